import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import { CardTable } from './card-table.tsx'

const { window: words } = strings

export function CardFigures({ card }: { readonly card: Card }) {
  const rows = card.figures.map(({ name, split, value, low, high, films }) => ({
    key: `${name} ${split}`,
    cells: [
      name,
      figure(value),
      words.figureInterval(figure(low), figure(high)),
      films.toLocaleString('en-GB'),
      split,
    ],
  }))
  return <CardTable name={words.figures} columns={Object.values(words.figureColumns)} rows={rows} />
}

const figure = (value: number) => value.toFixed(2)
