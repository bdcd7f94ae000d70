// hilum/tensors@1: what lies beside the arrays, a row for each film in their order.

import type { Card } from '../../shared/card.ts'
import type { Failure } from '../../shared/errors.ts'
import type { TensorOutput } from '../engine/protocol.ts'

export interface Frame {
  readonly file: string
  readonly frame: number
}

export type Row = Frame & Omit<TensorOutput, 'data' | 'mask'>
export type FailedFrame = Frame & Pick<Failure, 'code' | 'message'>

interface Listed {
  readonly films: readonly Row[]
  readonly refused: readonly Row[]
  readonly failures: readonly FailedFrame[]
}

interface Made {
  /** The version. */
  readonly app: string
  readonly card: Card
  readonly view: Card['input']
}

export function tensorsList({ films, refused, failures }: Listed, { app, card, view }: Made): string {
  const { id, version, sha256 } = card
  const list = {
    schema: 'hilum/tensors@1',
    app: { version: app },
    model: { id, version, sha256 },
    input: view,
    shape: [films.length, 1, view.height, view.width],
    films: films.map(rowOf),
    refused: refused.map(rowOf),
    failures,
  }
  return `${JSON.stringify(list, null, 2)}\n`
}

function rowOf({ file, frame, film, region, lungs, reasons, warnings }: Row): object {
  const box = lungs?.box ?? null
  return {
    file,
    frame,
    sha256: film.sha256,
    rows: film.rows,
    columns: film.columns,
    box: box && [box.left, box.top, box.right, box.bottom],
    lungShare: lungs?.area ?? null,
    region: [region.left, region.top, region.right, region.bottom],
    refused: reasons.map(({ code }) => code),
    warnings: warnings.map(({ code }) => code),
  }
}
