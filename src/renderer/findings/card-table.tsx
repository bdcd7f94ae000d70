import type { ReactNode } from 'react'
import styles from './card-table.module.css'

export interface CardTableProps {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly CardRow[]
}

export interface CardRow {
  readonly key: string
  /** The first is the row's own heading. */
  readonly cells: readonly ReactNode[]
}

export function CardTable({ name, columns, rows }: CardTableProps) {
  return (
    <section>
      <h3>{name}</h3>
      <table className={styles.table} aria-label={name}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [heading, ...others] }) => (
            <tr key={key}>
              <th scope="row">{heading}</th>
              {others.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
