import { useEffect, useRef } from 'react'
import { markText } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import type { MarkKind } from '../../shared/measuring/measured.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { commands } from '../actions/commands.ts'
import { CloseIcon } from '../chrome/icons.tsx'
import { ToolButton } from '../chrome/tool-button.tsx'
import { filmsOnScreen, type Comparison } from '../state/comparison.ts'
import { isOn, isWhole, type Mark } from '../state/marks.ts'
import { happened, useWindow } from '../state/store.ts'
import styles from './marks-panel.module.css'

const { window: words } = strings

const SHORTCUTS: Readonly<Record<MarkKind, string>> = { length: 'L', angle: 'A', ratio: 'R' }
const KINDS = ['length', 'angle', 'ratio'] as const

/**
 * The measuring tools, and what was measured on the films on screen. It keeps to the lower edge of what is seen of the
 * panel, so that neither a tool nor a new number has to be looked for.
 */
export function MarksPanel() {
  const reading = useWindow((state) => state.reading)
  const comparison = useWindow((state) => state.comparison)
  const { tool, drawn } = useWindow(({ marks }) => marks)
  if (!reading.loaded) return null
  const measured = filmsOnScreen(comparison, reading)
    .map((film) => ({ film, marks: drawn.filter((mark) => isOn(mark, film) && isWhole(mark)) }))
    .filter(({ marks }) => marks.length > 0)
  return (
    <section aria-label={words.measurements} className={styles.panel}>
      <h3>{words.measurements}</h3>
      <div className={styles.tools}>
        {KINDS.map((kind) => (
          <ToolButton
            key={kind}
            label={words.tools[kind]}
            icon={null}
            shortcut={SHORTCUTS[kind]}
            pressed={tool === kind}
            onPress={commands[`measure-${kind}`]}
          />
        ))}
      </div>
      {tool ? (
        <p role="status" className={styles.quiet}>
          {words.instructions[tool]} {words.instructionKeys}
        </p>
      ) : null}
      {measured.length > 0 ? (
        <div className={styles.lists}>
          {measured.map(({ film, marks }) => (
            <MarkList key={film.id} marks={marks} film={film} whose={whose(film, comparison)} />
          ))}
          <p className={styles.quiet}>{notesOn(measured.map(({ film }) => film))}</p>
        </div>
      ) : null}
    </section>
  )
}

/** Of two films; empty where there is one. */
function whose({ id, frame, name }: OpenedFilm, { kept }: Comparison): string {
  if (!kept) return ''
  return `${isOn(kept.film, { id, frame }) ? words.compared : words.onScreen} ${name}`
}

/** What the millimetres of each are, said once where it holds for both. */
function notesOn(films: readonly OpenedFilm[]): string {
  return [...new Set(films.map((film) => words.basisNotes[scaleOf(film).basis])), words.moveEnds].join(' ')
}

interface MarkListProps {
  readonly marks: readonly Mark[]
  readonly film: OpenedFilm
  readonly whose: string
}

function MarkList({ marks, film, whose: head }: MarkListProps) {
  const scale = scaleOf(film)
  return (
    <>
      {head === '' ? null : <p className={styles.whose}>{head}</p>}
      <ul aria-label={head === '' ? words.measurements : words.measurementsOf(head)}>
        {marks.map((mark) => (
          <MarkRow key={mark.key} mark={mark} text={markText(mark, scale)} />
        ))}
      </ul>
    </>
  )
}

function MarkRow({ mark: { key }, text }: { readonly mark: Mark; readonly text: string }) {
  const row = useRef<HTMLLIElement>(null)
  // The newest comes last. The effect gives nothing back: newer browsers answer with a promise.
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <li ref={row} className={styles.mark}>
      {text}
      <ToolButton
        name={words.removeMark(text)}
        icon={<CloseIcon />}
        onPress={() => happened({ type: 'mark.removed', key })}
      />
    </li>
  )
}
