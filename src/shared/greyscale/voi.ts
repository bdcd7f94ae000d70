import type { Voi, Window } from './grey-transform.ts'
import { tableValue } from './modality.ts'

/** PS3.3 C.11.2: a modality value becomes a share of the screen's range, 0 (black) to 1 (white). */
export function voiShare(value: number, voi: Voi): number {
  if (voi.kind === 'window') return windowShare(value, voi.window)
  return tableValue(value, voi.table) / (2 ** voi.table.bits - 1)
}

export function windowShare(value: number, window: Window): number {
  switch (window.function) {
    case 'LINEAR':
      return linear(value, window)
    case 'LINEAR_EXACT':
      return linearExact(value, window)
    case 'SIGMOID':
      // PS3.3 C.11.2.1.3.1: ymin and ymax are reached only in the limit.
      return 1 / (1 + Math.exp((-4 * (value - window.centre)) / window.width))
  }
}

// PS3.3 C.11.2.1.2.1: LINEAR divides by width - 1. Clamping first makes width 1 a step at centre - 0.5
// instead of 0/0.
function linear(value: number, { centre, width }: Window): number {
  const middle = centre - 0.5
  const half = (width - 1) / 2
  if (value <= middle - half) return 0
  if (value > middle + half) return 1
  return (value - middle) / (width - 1) + 0.5
}

// PS3.3 C.11.2.1.3.2.
function linearExact(value: number, { centre, width }: Window): number {
  if (value <= centre - width / 2) return 0
  if (value > centre + width / 2) return 1
  return (value - centre) / width + 0.5
}
