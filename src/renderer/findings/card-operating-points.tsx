import type { Card } from '../../shared/card.ts'
import { percent } from '../chrome/percent.ts'
import { strings } from '../../shared/strings.en.ts'
import styles from './card-table.module.css'

const { window: words } = strings

export function CardOperatingPoints({ card }: { readonly card: Card }) {
  const columns = words.operatingPointColumns
  return (
    <section>
      <h3>{words.operatingPoints}</h3>
      <table className={styles.table} aria-label={words.operatingPoints}>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.labels.map(({ id, name, threshold, indeterminate, sensitivity, specificity }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{percent(threshold)}</td>
              <td>{words.figureInterval(percent(indeterminate[0]), percent(indeterminate[1]))}</td>
              <td>{measured(sensitivity)}</td>
              <td>{measured(specificity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function measured(share: number | null): string {
  return share === null ? words.unknown : percent(share)
}
