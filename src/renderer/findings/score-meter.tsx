import type { Finding } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { percent } from '../chrome/percent.ts'
import { StateMark } from '../chrome/state-mark.tsx'
import type { FilmCall } from '../state/film-call.ts'
import styles from './score-meter.module.css'

const { window: words, bands } = strings

export interface ScoreMeterProps {
  readonly finding: Finding
  /** From low to high the score is too near the operating point to be called. */
  readonly indeterminate: readonly [number, number] | null
}

export function ScoreMeter({ finding, indeterminate }: ScoreMeterProps) {
  const { name, probability, threshold, band } = finding
  const call = finding.finding ? bands[band] : words.reached[band]
  return (
    <div className={styles.score}>
      <p className={styles.line}>
        <span>{name}</span>
        <span className={styles.call}>
          <StateMark mark={markFor(finding)} />
          {call}
          <strong>{percent(probability)}</strong>
        </span>
      </p>
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(probability * 1000) / 10}
        aria-valuetext={words.meterText(percent(probability), call)}
        className={styles.track}
      >
        <div
          className={`${styles.bar} ${styles[markFor(finding)]}`}
          style={{ width: `${probability * 100}%` }}
        />
        {indeterminate ? <Between low={indeterminate[0]} high={indeterminate[1]} /> : null}
        <div className={styles.point} style={{ left: `${threshold * 100}%` }} />
      </div>
      <p className={styles.limits}>
        {words.operatingPoint(percent(threshold))}
        <Limits threshold={threshold} indeterminate={indeterminate} />
      </p>
    </div>
  )
}

// A score for “nothing found” is never marked as if something were.
function markFor({ finding, band }: Finding): FilmCall {
  return finding || band === 'indeterminate' ? band : 'negative'
}

function Between({ low, high }: { readonly low: number; readonly high: number }) {
  return <div className={styles.between} style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
}

interface LimitsProps {
  readonly threshold: number
  readonly indeterminate: ScoreMeterProps['indeterminate']
}

function Limits({ threshold, indeterminate }: LimitsProps) {
  const [low, high] = (indeterminate ?? [threshold, threshold]).map(percent) as [string, string]
  // A band too thin to be written is none to the reader.
  if (low === high) return null
  return (
    <>
      {', '}
      <span className={styles.band}>{words.indeterminateBand(low, high)}</span>
    </>
  )
}
