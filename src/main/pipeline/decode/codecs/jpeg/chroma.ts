// A component of fewer samples than the picture has pixels, brought to its size as libjpeg does (jdsample.c): where it
// has half as many, each new sample lies nearer to one old sample than to its neighbour and takes three quarters of it.

type Samples = Uint8Array | Uint16Array

/** A component as it was coded: samples beyond `rows` and `columns` are padding of its blocks. */
export interface CodedComponent {
  readonly samples: Samples
  readonly stride: number
  readonly rows: number
  readonly columns: number
  /** Pixels for each of its samples, across and down. */
  readonly across: number
  readonly down: number
}

/** Writes a row of the picture, left to right. */
export type RowOfPicture = (row: number, put: (column: number, sample: number) => void) => void

/** Narrower components are repeated, as libjpeg does. */
const LEAST_COLUMNS = 3

export function rowsOfPicture(component: CodedComponent, columns: number): RowOfPicture {
  const { across, down } = component
  if (across === 1 && down === 2) return (row, put) => betweenRows(component, row, { columns, put })
  const isHalved = across === 2 && component.columns >= LEAST_COLUMNS
  if (isHalved && down === 1) return (row, put) => betweenColumns(component, row, put)
  if (isHalved && down === 2) return (row, put) => betweenBoth(component, row, put)
  return (row, put) => {
    const from = Math.floor(row / down) * component.stride
    for (let column = 0; column < columns; column++) {
      put(column, component.samples[from + Math.floor(column / across)]!)
    }
  }
}

// h2v1_fancy_upsample: quarters are rounded up and down by turns.
function betweenColumns(
  { samples, stride, columns }: CodedComponent,
  row: number,
  put: (column: number, sample: number) => void,
): void {
  const from = row * stride
  for (let i = 0; i < columns; i++) {
    const here = samples[from + i]!
    put(2 * i, i === 0 ? here : (3 * here + samples[from + i - 1]! + 1) >> 2)
    put(2 * i + 1, i === columns - 1 ? here : (3 * here + samples[from + i + 1]! + 2) >> 2)
  }
}

// h2v2_fancy_upsample: first between rows, unrounded, then between columns; sixteenths.
function betweenBoth(
  component: CodedComponent,
  row: number,
  put: (column: number, sample: number) => void,
): void {
  const { samples, columns } = component
  const [near, far] = rowsBeside(component, row)
  const sum = (i: number): number => 3 * samples[near + i]! + samples[far + i]!
  for (let i = 0; i < columns; i++) {
    const here = sum(i)
    put(2 * i, (3 * here + (i === 0 ? here : sum(i - 1)) + 8) >> 4)
    put(2 * i + 1, (3 * here + (i === columns - 1 ? here : sum(i + 1)) + 7) >> 4)
  }
}

// h1v2_fancy_upsample
function betweenRows(
  component: CodedComponent,
  row: number,
  { columns, put }: { columns: number; put: (column: number, sample: number) => void },
): void {
  const [near, far] = rowsBeside(component, row)
  const bias = row % 2 === 0 ? 1 : 2
  for (let i = 0; i < columns; i++) {
    put(i, (3 * component.samples[near + i]! + component.samples[far + i]! + bias) >> 2)
  }
}

/** Where the row that covers this one starts, and its other neighbour; beyond the edge the outermost row goes on. */
function rowsBeside({ rows, stride }: CodedComponent, row: number): [near: number, far: number] {
  const near = row >> 1
  const far = row % 2 === 0 ? Math.max(near - 1, 0) : Math.min(near + 1, rows - 1)
  return [near * stride, far * stride]
}
