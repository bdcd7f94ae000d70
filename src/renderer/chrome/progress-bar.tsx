import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  /** What the numbers mean, in words. */
  readonly text: string
  readonly done: number
  readonly total: number
}

export function ProgressBar({ label, text, done, total }: ProgressBarProps) {
  return <progress className={styles.bar} aria-label={label} aria-valuetext={text} max={total} value={done} />
}
