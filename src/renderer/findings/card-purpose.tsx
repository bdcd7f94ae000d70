import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import styles from './card-text.module.css'

const { window: words } = strings

/** What the model is for, and what it is not. */
export function CardPurpose({ card }: { readonly card: Card }) {
  return (
    <>
      <p className={styles.notice}>{strings.notice}</p>
      <section>
        <h3>{words.intendedUse}</h3>
        <p>{card.intendedUse}</p>
      </section>
      <section>
        <h3>{words.limits}</h3>
        <ul className={styles.list}>
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
