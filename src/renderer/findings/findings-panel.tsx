import { useRef, type ReactNode } from 'react'
import type { Analysis } from '../../shared/analysis.ts'
import { MessageList } from '../chrome/message-list.tsx'
import { strings } from '../../shared/strings.en.ts'
import { useWindow } from '../state/store.ts'
import styles from './findings-panel.module.css'
import { useFormerHeight } from './former-height.ts'
import { HeatMapPanel } from './heat-map-panel.tsx'
import { MarksPanel } from './marks-panel.tsx'
import { ModelPanel } from './model-panel.tsx'
import { Refusal } from './refusal.tsx'
import { Scores } from './scores.tsx'
import { WarningList } from './warning-list.tsx'

const { window: words } = strings

export function FindingsPanel() {
  return (
    <aside aria-label={words.findings} role="region" className={styles.panel}>
      <h2 className={styles.heading}>{words.findings}</h2>
      <div className={styles.body}>
        <RoomForFindings>
          <FilmFindings />
        </RoomForFindings>
        <FilmWarnings />
        <MarksPanel />
      </div>
      <MessageList />
      <ModelPanel />
    </aside>
  )
}

function RoomForFindings({ children }: { readonly children: ReactNode }) {
  const findings = useRef<HTMLDivElement>(null)
  const minHeight = useFormerHeight(findings)
  return (
    <div ref={findings} className={styles.findings} style={{ minHeight }}>
      {children}
    </div>
  )
}

function FilmFindings() {
  const stage = useWindow(({ reading }) => reading.analysis)
  const chosen = useWindow(({ reading }) => reading.id !== null)
  const failed = useWindow(({ reading }) => reading.failure !== null)
  const lacksModel = useWindow(({ models, engine }) => models.length === 0 && engine.status !== 'starting')
  if (!chosen) return <p className={styles.quiet}>{words.chooseAFilm}</p>
  if (failed) return <p className={styles.quiet}>{words.noFindings}</p>
  switch (stage.kind) {
    case 'none':
      return lacksModel ? <p className={styles.quiet}>{words.noModel}</p> : null
    case 'running':
      return (
        <p role="status" className={styles.quiet}>
          {words.scoring}
        </p>
      )
    case 'failed':
      return (
        <div role="alert" className={styles.failed}>
          <h3>{words.failedHeading}</h3>
          <p>{stage.message}</p>
        </div>
      )
    case 'done':
      return <Result analysis={stage.analysis} />
  }
}

function Result({ analysis }: { readonly analysis: Analysis }) {
  if (analysis.status === 'refused') return <Refusal reasons={analysis.reasons} />
  return (
    <>
      <Scores analysis={analysis} />
      <HeatMapPanel analysis={analysis} />
    </>
  )
}

// The film's own warnings are in its analysis too, and stand between its result and its scores; until that is there,
// and where there is none, they still count.
function FilmWarnings() {
  const { loaded, analysis } = useWindow(({ reading }) => reading)
  if (analysis.kind !== 'done') return <WarningList warnings={loaded?.film.warnings ?? []} />
  const { status, warnings } = analysis.analysis
  return status === 'scored' ? null : <WarningList warnings={warnings} />
}
