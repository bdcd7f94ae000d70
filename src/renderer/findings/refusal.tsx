import type { RefusalReason } from '../../shared/analysis.ts'
import { strings } from '../../shared/strings.en.ts'
import { StateMark } from '../chrome/state-mark.tsx'
import styles from './refusal.module.css'

export function Refusal({ reasons }: { readonly reasons: readonly RefusalReason[] }) {
  return (
    <div role="status" className={styles.refusal}>
      <h3 className={styles.heading}>
        <StateMark mark="refused" />
        {strings.window.refusedHeading}
      </h3>
      <ul className={styles.reasons}>
        {reasons.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
