import { strings } from '../../shared/strings.en.ts'
import type { BatchState } from '../../shared/window-data.ts'
import { useWindow } from '../state/store.ts'
import { countsOf, type Worklist } from '../state/worklist.ts'
import styles from './batch-progress.module.css'
import { ProgressBar } from './progress-bar.tsx'

const { window: words } = strings

export function BatchProgress() {
  const batch = useWindow((state) => state.batch)
  const worklist = useWindow((state) => (state.batch.running ? null : state.worklist))
  if (batch.total === 0) return null
  const text = worklist ? endedText(batch, worklist) : runningText(batch)
  return (
    <span className={styles.progress}>
      {batch.running ? (
        <ProgressBar label={words.scoringProgress} text={text} done={batch.done} total={batch.total} />
      ) : null}
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

/** Of the whole list at the end: some of its films may have been scored before, and some after a stop. */
function endedText({ done, total }: BatchState, worklist: Worklist): string {
  const { unread, scored, refused, failed } = countsOf(worklist)
  const counts = words.batchDone(scored, refused, failed)
  const all = worklist.films.length
  return done < total && unread > 0 ? words.batchStopped(all - unread, all, counts) : counts
}

function runningText({ done, total, rate }: BatchState): string {
  const speed = rate > 0 ? words.rate(rate < 10 ? rate.toFixed(1) : rate.toFixed(0)) : words.rateUnknown
  return words.progress(done, total, speed)
}
