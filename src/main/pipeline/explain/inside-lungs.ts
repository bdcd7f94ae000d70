/**
 * The share of a map's energy, which is the sum of all that is above 0, that lies within the lungs. `cover` is the
 * share of each cell that is lung. Null where nothing is above 0.
 */
export function insideLungs(values: Float32Array, cover: Float32Array): number | null {
  let [all, inside] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const energy = Math.max(0, values[i]!)
    all += energy
    inside += energy * cover[i]!
  }
  return all > 0 ? inside / all : null
}
