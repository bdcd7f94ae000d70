import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import { percent } from '../chrome/percent.ts'
import { CardTable } from './card-table.tsx'

const { window: words } = strings

export function CardOperatingPoints({ card }: { readonly card: Card }) {
  const rows = card.labels.map(({ id, name, threshold, indeterminate, sensitivity, specificity }) => ({
    key: id,
    cells: [
      name,
      percent(threshold),
      words.figureInterval(percent(indeterminate[0]), percent(indeterminate[1])),
      measured(sensitivity),
      measured(specificity),
    ],
  }))
  const columns = Object.values(words.operatingPointColumns)
  return <CardTable name={words.operatingPoints} columns={columns} rows={rows} />
}

function measured(share: number | null): string {
  return share === null ? words.unknown : percent(share)
}
