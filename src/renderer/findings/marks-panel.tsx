import { useEffect, useRef } from 'react'
import { markText } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import type { MarkKind } from '../../shared/measuring/measured.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { commands } from '../actions/commands.ts'
import { CloseIcon } from '../chrome/icons.tsx'
import { ToolButton } from '../chrome/tool-button.tsx'
import { isWhole, type Mark } from '../state/marks.ts'
import { happened, useWindow } from '../state/store.ts'
import styles from './marks-panel.module.css'

const { window: words } = strings

const SHORTCUTS: Readonly<Record<MarkKind, string>> = { length: 'L', angle: 'A', ratio: 'R' }
const KINDS = ['length', 'angle', 'ratio'] as const

/** The measuring tools, and what was measured on the film on screen. */
export function MarksPanel() {
  const film = useWindow(({ reading }) => reading.loaded?.film ?? null)
  const { tool, drawn } = useWindow(({ marks }) => marks)
  if (!film) return null
  const own = drawn.filter((mark) => mark.id === film.id && mark.frame === film.frame && isWhole(mark))
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
      {tool ? <Instructions tool={tool} /> : null}
      {own.length > 0 ? <MarkList marks={own} film={film} /> : null}
    </section>
  )
}

/** A tool may be taken by its key while this part of the panel is scrolled away. */
function Instructions({ tool }: { readonly tool: MarkKind }) {
  const text = useRef<HTMLParagraphElement>(null)
  // It gives a promise in newer browsers, which React would take for what undoes an effect.
  useEffect(() => {
    text.current?.scrollIntoView({ block: 'nearest' })
  }, [tool])
  return (
    <p ref={text} role="status" className={styles.quiet}>
      {words.instructions[tool]} {words.instructionKeys}
    </p>
  )
}

function MarkList({ marks, film }: { readonly marks: readonly Mark[]; readonly film: OpenedFilm }) {
  const scale = scaleOf(film)
  return (
    <>
      <ul aria-label={words.measurements}>
        {marks.map((mark) => {
          const text = markText(mark, scale)
          return (
            <li key={mark.key} className={styles.mark}>
              {text}
              <ToolButton
                name={words.removeMark(text)}
                icon={<CloseIcon />}
                onPress={() => happened({ type: 'mark.removed', key: mark.key })}
              />
            </li>
          )
        })}
      </ul>
      <p className={styles.quiet}>
        {words.basisNotes[scale.basis]} {words.moveEnds}
      </p>
    </>
  )
}
