import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import styles from './card-table.module.css'

const { window: words } = strings

export function CardFigures({ card }: { readonly card: Card }) {
  const columns = words.figureColumns
  return (
    <section>
      <h3>{words.figures}</h3>
      <table className={styles.table} aria-label={words.figures}>
        <thead>
          <tr>
            {[columns.figure, columns.value, columns.interval, columns.films, columns.split].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {card.figures.map(({ name, split, value, low, high, films }) => (
            <tr key={`${name} ${split}`}>
              <th scope="row">{name}</th>
              <td>{figure(value)}</td>
              <td>{words.figureInterval(figure(low), figure(high))}</td>
              <td>{films}</td>
              <td>{split}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const figure = (value: number) => value.toFixed(2)
