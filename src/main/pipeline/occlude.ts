// Occlusion (Zeiler and Fergus 2014): what each score loses when a part of the film is covered. It asks nothing of a
// graph but its scores, and one more run of the model for each part, so it is made only when somebody wants it.

import type { HeatMap } from '../../shared/analysis.ts'
import { OCCLUSION_CELLS, OCCLUSION_FULL_SCALE } from '../../shared/occlusion.ts'
import { insideLungs } from './explain/inside-lungs.ts'
import { lungCover } from './explain/lung-cover.ts'
import type { Prepared } from './analyse.ts'
import { scoresOf } from './infer.ts'
import { inputTensor } from './input-tensor.ts'
import { inputView, type InputView } from './input-view.ts'
import type { Model } from './model.ts'

/** A map for each class, in the order of the card's labels; `onRun` is told how often the model has been run. */
export async function occlude(
  { film, lungs }: Prepared,
  model: Model,
  onRun: OnRun = () => undefined,
): Promise<HeatMap[]> {
  const { input, labels } = model.card
  const view = inputView(film, lungs, input)
  const tensor = inputTensor(film, lungs, input)
  const score = scoring(model, film.file.name, onRun)
  const losses = await lossesOf(tensor, view.filled, model, score)
  const placement = placed(view)
  const size = { rows: OCCLUSION_CELLS, columns: OCCLUSION_CELLS }
  const cover = lungs && lungCover(lungs.mask, film, { ...placement, ...size })
  return labels.map(({ id: label }, i) => {
    const values = losses[i]!
    const inside = cover && insideLungs(values, cover)
    const what = { label, method: 'occlusion', ...size, values } as const
    return { ...what, fullScale: OCCLUSION_FULL_SCALE, placement, insideLungs: inside }
  })
}

type OnRun = (runs: number) => void
type Score = (tensor: Float32Array) => Promise<Float32Array>

function scoring(model: Model, name: string, onRun: OnRun): Score {
  let runs = 0
  return async (tensor) => {
    const scores = await scoresOf(tensor, model, name)
    onRun(++runs)
    return scores
  }
}

/** For each class what its score loses by each cell, row by row. */
async function lossesOf(
  tensor: Float32Array,
  filled: InputView['filled'],
  { card: { input, labels } }: Model,
  score: Score,
): Promise<Float32Array[]> {
  const whole = await score(tensor)
  const losses = labels.map(() => new Float32Array(OCCLUSION_CELLS ** 2))
  const grey = meanGrey(tensor, filled, input.width)
  for (let cell = 0; cell < OCCLUSION_CELLS ** 2; cell++) {
    const covered = withCovered(tensor, input.width, cellOf(filled, cell), grey)
    const scores = await score(covered)
    for (const [i, values] of losses.entries()) values[cell] = whole[i]! - scores[i]!
  }
  return losses
}

type Box = InputView['filled']

/** Cells tile what the film fills, so that none covers a letterbox's bars; their edges are whole pixels. */
function cellOf({ x, y, width, height }: Box, cell: number): Box {
  const column = cell % OCCLUSION_CELLS
  const row = Math.floor(cell / OCCLUSION_CELLS)
  const edge = (length: number, i: number) => Math.round((length * i) / OCCLUSION_CELLS)
  const [left, top] = [edge(width, column), edge(height, row)]
  return {
    x: x + left,
    y: y + top,
    width: edge(width, column + 1) - left,
    height: edge(height, row + 1) - top,
  }
}

/** The grey that says least: black would be an edge on a bright film, and its own sign of something. */
function meanGrey(tensor: Float32Array, { x, y, width, height }: Box, columns: number): number {
  let sum = 0
  for (let row = y; row < y + height; row++) {
    for (let column = x; column < x + width; column++) sum += tensor[row * columns + column]!
  }
  return sum / (width * height)
}

function withCovered(tensor: Float32Array, columns: number, { x, y, width, height }: Box, grey: number) {
  const covered = tensor.slice()
  for (let row = y; row < y + height; row++) covered.fill(grey, row * columns + x, row * columns + x + width)
  return covered
}

function placed({ region, filled, scaleX, scaleY }: InputView): HeatMap['placement'] {
  const cellWidth = (filled.width * scaleX) / OCCLUSION_CELLS
  const cellHeight = (filled.height * scaleY) / OCCLUSION_CELLS
  return {
    originX: region.left + cellWidth / 2,
    originY: region.top + cellHeight / 2,
    cellWidth,
    cellHeight,
  }
}
