import type { ScoredAnalysis } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { StateMark } from '../chrome/state-mark.tsx'
import { WholeWords } from '../chrome/whole-words.tsx'
import { useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { ScoreMeter } from './score-meter.tsx'
import styles from './scores.module.css'
import { WarningList } from './warning-list.tsx'

const { window: words, bands } = strings

export function Scores({ analysis }: { readonly analysis: ScoredAnalysis }) {
  const card = useWindow(({ models }) => chosenCard(models))
  const first = analysis.findings.find(({ label }) => label === analysis.label)
  return (
    <section aria-label={words.probabilities} className={styles.scores}>
      <p role="status" className={styles.result}>
        <StateMark mark={analysis.band} />
        <span>
          <WholeWords text={words.resultHeading(bands[analysis.band], first?.name ?? analysis.label)} />
        </span>
      </p>
      <WarningList warnings={analysis.warnings} />
      {analysis.findings.map((finding) => (
        <ScoreMeter
          key={finding.label}
          finding={finding}
          indeterminate={card?.labels.find(({ id }) => id === finding.label)?.indeterminate ?? null}
        />
      ))}
      <p className={styles.caveat}>{strings.caveatScore}</p>
    </section>
  )
}
