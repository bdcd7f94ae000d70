// The colours of a heat map, for the window and the report alike. The path is inferno's: its brightness rises
// steadily, so it reads the same with any colour vision and on a grey printer.

export type Rgba = readonly [red: number, green: number, blue: number, alpha: number]

/** Below this share of the full scale nothing is drawn: a cold film stays a film. */
export const HEAT_FLOOR = 0.15

/** Alpha at full scale, of 255: the hottest colour still lets the film through. It fades to nothing at the floor, for an edge would look like a lesion's. */
const STRONGEST = 190
/** Below 1 the strength grows quickly first, so that a weak map is seen without an edge. */
const GROWTH = 0.7

const INFERNO: readonly (readonly [number, number, number])[] = [
  [0, 0, 4],
  [27, 12, 65],
  [74, 12, 107],
  [120, 28, 109],
  [165, 44, 96],
  [207, 68, 70],
  [237, 105, 37],
  [251, 155, 6],
  [247, 209, 61],
  [252, 255, 164],
]
/** The dark end of inferno would only dim the film, so the floor starts at its purple. */
const COLDEST_DRAWN = 0.28

/** `share` is the map's value over its full scale; above 1 is drawn as 1, and no number draws nothing. */
export function heatColour(share: number): Rgba {
  if (!(share >= HEAT_FLOOR)) return [0, 0, 0, 0]
  const above = (Math.min(share, 1) - HEAT_FLOOR) / (1 - HEAT_FLOOR)
  const [red, green, blue] = inferno(COLDEST_DRAWN + (1 - COLDEST_DRAWN) * above)
  return [red, green, blue, Math.round(STRONGEST * above ** GROWTH)]
}

function inferno(position: number): readonly [number, number, number] {
  const step = Math.min(Math.floor(position * (INFERNO.length - 1)), INFERNO.length - 2)
  const from = INFERNO[step] ?? [0, 0, 0]
  const to = INFERNO[step + 1] ?? from
  const part = position * (INFERNO.length - 1) - step
  const mixed = (channel: 0 | 1 | 2): number =>
    Math.round(from[channel] + (to[channel] - from[channel]) * part)
  return [mixed(0), mixed(1), mixed(2)]
}
