import type { Warning } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { WarningIcon } from '../chrome/icons.tsx'
import styles from './warning-list.module.css'

/** Why no score is called goes before what else is to be known. */
function weightiestFirst(warnings: readonly Warning[]): readonly Warning[] {
  const isWhy = ({ code }: Warning) => code === 'GATE_UNLIKE_TRAINING'
  return [...warnings.filter(isWhy), ...warnings.filter((warning) => !isWhy(warning))]
}

export function WarningList({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  return (
    <section aria-label={strings.window.warnings} className={styles.section}>
      <h3>{strings.window.warnings}</h3>
      <ul className={styles.list}>
        {weightiestFirst(warnings).map(({ code, message }) => (
          <li key={`${code} ${message}`} className={styles.warning}>
            <WarningIcon />
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
