import type { Warning } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { WarningIcon } from '../chrome/icons.tsx'
import styles from './warning-list.module.css'

export function WarningList({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  return (
    <section aria-label={strings.window.warnings} className={styles.section}>
      <h3>{strings.window.warnings}</h3>
      <ul className={styles.list}>
        {warnings.map(({ code, message }) => (
          <li key={`${code} ${message}`} className={styles.warning}>
            <WarningIcon />
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
