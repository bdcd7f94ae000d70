import { setImmediate as nextTurn } from 'node:timers/promises'
import type { HeatMap } from '../../shared/analysis.ts'
import { heatColour } from '../../shared/heat-colour.ts'
import { heatShare } from '../../shared/heat-share.ts'

interface GreyPicture {
  readonly rows: number
  readonly columns: number
  /** One byte a pixel, row by row. */
  readonly samples: Uint8Array
}

/** A millisecond or two of them: the window's own process makes its reports, and answers meanwhile. */
const ROWS_IN_A_TURN = 32

/** The picture in RGB with the map mixed in that is laid on it. */
export async function heatOverGrey(picture: GreyPicture, heat: HeatMap): Promise<Uint8Array> {
  const { rows, columns, samples } = picture
  const mixed = new Uint8Array(samples.length * 3)
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) {
      // Places count from the picture's edge, so the centre of the first pixel lies at half a pixel.
      const share = heatShare(heat, column + 0.5, row + 0.5)
      mixed.set(colourOverGrey(samples[i] ?? 0, share), i * 3)
    }
    if (row % ROWS_IN_A_TURN === 0) await nextTurn()
  }
  return mixed
}

/** One grey with the map's colour over it. */
export function colourOverGrey(grey: number, share: number): [number, number, number] {
  const [red, green, blue, alpha] = heatColour(share)
  const mixed = (colour: number) => Math.round(grey + ((colour - grey) * alpha) / 255)
  return [mixed(red), mixed(green), mixed(blue)]
}
