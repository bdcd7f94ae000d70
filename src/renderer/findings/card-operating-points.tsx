import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import { percent } from '../chrome/percent.ts'
import { CardTable } from './card-table.tsx'

const { window: words } = strings

export function CardOperatingPoints({ card }: { readonly card: Card }) {
  const rows = card.labels.map(({ id, name, threshold, indeterminate, sensitivity, specificity }) => ({
    key: id,
    cells: [name, percent(threshold), band(indeterminate), measured(sensitivity), measured(specificity)],
  }))
  const columns = Object.values(words.operatingPointColumns)
  return <CardTable name={words.operatingPoints} columns={columns} rows={rows} />
}

/** A band too thin to be written is none to the reader. */
function band([low, high]: Card['labels'][number]['indeterminate']): string {
  const [from, to] = [percent(low), percent(high)]
  return from === to ? words.noBand : words.figureInterval(from, to)
}

function measured(share: number | null): string {
  return share === null ? words.unknown : percent(share)
}
