import { strings } from '../../shared/strings.en.ts'
import type { BatchState } from '../../shared/window-data.ts'
import { useWindow } from '../state/store.ts'
import { countsOf, doneOf, type Worklist } from '../state/worklist.ts'
import styles from './batch-progress.module.css'
import { ProgressBar } from './progress-bar.tsx'

const { window: words } = strings

export function BatchProgress() {
  const batch = useWindow((state) => state.batch)
  const worklist = useWindow((state) => state.worklist)
  if (batch.total === 0) return null
  // Of the whole list throughout: some of its films may have been scored before, and some after a stop.
  const far = { done: doneOf(worklist, batch.again), total: worklist.films.length }
  const text = batch.running ? runningText(far, batch) : endedText(far, batch, worklist)
  return (
    <span className={styles.progress}>
      {batch.running ? <ProgressBar label={words.scoringProgress} text={text} {...far} /> : null}
      <span
        role="status"
        aria-label={words.scoringProgress}
        aria-live={batch.running ? 'off' : 'polite'}
        title={text}
      >
        {text}
      </span>
    </span>
  )
}

interface Far {
  readonly done: number
  readonly total: number
}

function endedText({ done, total }: Far, batch: BatchState, worklist: Worklist): string {
  const { scored, refused, failed } = countsOf(worklist)
  const counts = words.batchDone(scored, refused, failed)
  return batch.done < batch.total && done < total ? words.batchStopped(done, total, counts) : counts
}

function runningText({ done, total }: Far, { rate }: BatchState): string {
  const speed = rate > 0 ? words.rate(rate < 10 ? rate.toFixed(1) : rate.toFixed(0)) : words.rateUnknown
  return words.progress(done, total, speed)
}
