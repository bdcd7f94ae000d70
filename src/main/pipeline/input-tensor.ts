import type { Card } from '../../shared/card.ts'
import type { Lungs } from '../../shared/lungs.ts'
import type { Film } from './film.ts'
import { lungShares } from './input-tensor/lung-shares.ts'
import { lungsAlone } from './input-tensor/lungs-alone.ts'
import { inputView, type InputSize, type InputView } from './input-view.ts'
import { openingTable } from './opening-table.ts'
import { resample } from './resample.ts'

/**
 * The film as the model sees it: cut to its view, brought to its size, and then, where the card says so, all but the
 * lungs filled. Where no lungs were found, nothing is cut and nothing filled.
 */
export function inputTensor(film: Film, lungs: Lungs | null, input: Card['input']): Float32Array {
  const view = inputView(film, lungs, input)
  const tensor = viewTensor(film, view, input)
  if (!input.masked || lungs === null || lungs.box === null) return tensor
  return lungsAlone(tensor, lungShares(lungs.mask, { film, view }, input), input)
}

/**
 * Grey as on the screen when the film is opened, 0 to 1, bright bone, row by row. Overlays stay out: they are marks
 * that somebody drew or a machine printed, and no anatomy to score.
 */
export function viewTensor(film: Film, { region, filled }: InputView, size: InputSize): Float32Array {
  return resample(film, openingTable(film), region, {
    columns: filled.width,
    rows: filled.height,
    frame: { left: filled.x, top: filled.y, columns: size.width, rows: size.height },
  })
}
