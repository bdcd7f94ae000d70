import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { markText } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import type { HeldEnd } from '../state/held-end.ts'
import { isOn, isWhole } from '../state/marks.ts'
import { happened, useWindow, windowNow } from '../state/store.ts'
import { endsOn, type PlacedEnd } from './hold-ends.ts'
import styles from './mark-ends.module.css'
import { broughtIntoView, endByKey } from './move-ends.ts'
import type { Pane } from './scene.ts'
import type { CanvasSize } from './view.ts'

const { window: words } = strings

export interface MarkEndsProps {
  readonly pane: Pane
  readonly film: OpenedFilm
  /** Takes the focus back. */
  readonly surface: RefObject<HTMLElement | null>
}

/**
 * The ends of what was measured, for the keys: one of them takes the focus after the film, and Enter leads to the next.
 * The pointer takes them on the film.
 */
export function MarkEnds(props: MarkEndsProps) {
  const { film } = props
  const any = useWindow(({ marks }) => marks.drawn.some((mark) => isOn(mark, film)))
  return any ? <Ends {...props} /> : null
}

function Ends({ pane, film, surface }: MarkEndsProps) {
  const state = useWindow()
  const group = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<string | null>(null)
  const ends = endsOn(state, pane).filter(({ mark }) => isWhole(mark))
  const place = Math.max(
    ends.findIndex((end) => nameOf(end) === last),
    0,
  )
  const focusOn = (next: number) =>
    group.current?.querySelectorAll<HTMLElement>('[role=slider]')[next]?.focus({ preventScroll: true })
  return (
    <div ref={group} role="group" aria-label={words.endsGroup} className={styles.ends}>
      {ends.map((end, i) => (
        <MarkEnd
          key={nameOf(end)}
          end={end}
          film={film}
          canvas={state.display.canvas}
          pane={pane}
          isTabStop={i === place}
          take={() => setLast(nameOf(end))}
          goOn={(event) => focusOn((i + (event.shiftKey ? ends.length - 1 : 1)) % ends.length)}
          leave={() => surface.current?.focus({ preventScroll: true })}
        />
      ))}
    </div>
  )
}

function nameOf({ key, line, end }: HeldEnd): string {
  return `${key} ${line} ${end}`
}

interface MarkEndProps {
  readonly end: PlacedEnd
  readonly film: OpenedFilm
  readonly canvas: CanvasSize
  readonly pane: Pane
  readonly isTabStop: boolean
  /** It has the focus. */
  readonly take: () => void
  /** To the next end, or with Shift the one before; they are a ring. */
  readonly goOn: (event: KeyboardEvent) => void
  readonly leave: () => void
}

function MarkEnd({ end, film, canvas, pane, isTabStop, take, goOn, leave }: MarkEndProps) {
  const { mark, line, at } = end
  const handle = useFocusThatStays(leave)
  const tell = (events: ReturnType<typeof endByKey>) => {
    for (const event of events) happened(event)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const events = endByKey(windowNow(), pane, end, event)
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') goOn(event)
    else if (events.length === 0) return
    event.preventDefault()
    tell(events)
    tell(broughtIntoView(windowNow(), pane, end))
  }
  return (
    <div
      ref={handle}
      // A slider, so that readers of text pass its keys on and say what it measures when it moves.
      role="slider"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={words.lineEnd(words.lines[mark.kind][line] ?? '', words.ends[end.end])}
      aria-roledescription={words.endRole}
      aria-description={words.endKeys}
      aria-valuemin={0}
      aria-valuemax={film.columns}
      aria-valuenow={Math.round(mark.lines[line]?.[end.end].x ?? 0)}
      aria-valuetext={markText(mark, scaleOf(film))}
      className={styles.end}
      style={{ left: shareOf(at.x, canvas.width), top: shareOf(at.y, canvas.height) }}
      onFocus={() => {
        take()
        tell(broughtIntoView(windowNow(), pane, end))
      }}
      onKeyDown={press}
    />
  )
}

/** What is removed while it has the focus hands it on, so that the keys go on working where they did. */
function useFocusThatStays(leave: () => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const last = useRef(leave)
  useLayoutEffect(() => {
    last.current = leave
  }, [leave])
  useLayoutEffect(() => {
    const own = element.current
    return () => {
      if (own !== null && document.activeElement === own) last.current()
    }
  }, [])
  return element
}

/** Within the canvas: what lies outside would move the page to be seen when it takes the focus. */
function shareOf(at: number, size: number): string {
  return `${(Math.min(Math.max(at / size, 0), 1) * 100).toFixed(3)}%`
}
