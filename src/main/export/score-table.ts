import type { ScoreFile, ScoreResult } from '../../shared/score-file.ts'
import { displayWidth, printable } from './display-width.ts'

/** For people at a terminal; programs take the CSV or the JSON. */
export function scoreTable({ results }: ScoreFile, labels: readonly string[]): string {
  const frames = results.some(({ frame }) => frame > 0)
  const rows = [
    ['File', 'Result', 'Band', ...labels],
    ...results.map((result) => [fileCell(result, frames), ...resultCells(result, labels)]),
  ].map((row) => row.map(printable))
  const widths = columnWidths(rows, labels.length + 3)
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, i) => padded(cell, widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function fileCell({ file, frame }: ScoreResult, frames: boolean): string {
  return frames ? `${file} [${frame}]` : file
}

function resultCells(result: ScoreResult, labels: readonly string[]): string[] {
  const { status, label, band, code, message, probabilities } = result
  if (status === 'scored') return [label ?? '', band ?? '', ...labels.map((id) => share(probabilities[id]))]
  return [status, `${code ?? ''}: ${message ?? ''}`]
}

function share(probability: number | undefined): string {
  return probability === undefined ? '' : probability.toFixed(3)
}

/** A refused film's reason runs to the end of its line and widens no column. */
function columnWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => (row.length === columns || i < 2 ? displayWidth(row[i] ?? '') : 0))),
  )
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - displayWidth(cell)))
}
