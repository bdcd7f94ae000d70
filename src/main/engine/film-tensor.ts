import type { Card } from '../../shared/card.ts'
import type { Prepared } from '../pipeline/analyse.ts'
import { inputTensor } from '../pipeline/input-tensor.ts'
import { lungShares } from '../pipeline/input-tensor/lung-shares.ts'
import { inputView } from '../pipeline/input-view.ts'
import type { TensorOutput } from './protocol.ts'

/** A model's input for a film, and all that training wants to know beside it. */
export function filmTensor({ film, lungs, verdict }: Prepared, input: Card['input']): TensorOutput {
  const view = inputView(film, lungs, input)
  const { rows, columns, frames, file } = film
  const mask = new Uint8Array(input.width * input.height)
  if (lungs !== null) {
    const shares = lungShares(lungs.mask, { film, view }, input)
    for (let i = 0; i < mask.length; i++) mask[i] = Math.round(shares[i]! * 255)
  }
  return {
    data: inputTensor(film, lungs, input),
    mask,
    film: { rows, columns, frames, sha256: file.sha256 },
    region: view.region,
    lungs: lungs && { box: lungs.box, area: lungs.area },
    reasons: verdict.reasons,
    warnings: [...film.warnings, ...verdict.warnings],
  }
}
