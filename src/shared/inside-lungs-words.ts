import type { HeatMap } from './analysis.ts'
import { strings } from './strings.en.ts'

/** Below it most of what moved the score lies outside the lungs. */
const LEAST_INSIDE = 0.5

export interface InsideLungsWords {
  readonly share: string
  /** Empty where the score came mostly from the lungs. */
  readonly flag: string
}

export function mayComeFromOutside(insideLungs: number | null): boolean {
  return insideLungs !== null && insideLungs < LEAST_INSIDE
}

/** For beside a map, wherever one is shown; both empty where the lungs are not known or the map has nothing above 0. */
export function insideLungsWords({ insideLungs }: Pick<HeatMap, 'insideLungs'>): InsideLungsWords {
  if (insideLungs === null) return { share: '', flag: '' }
  // Rounded down: what is flagged is never written as 50%.
  const share = strings.insideLungs(Math.floor(insideLungs * 100))
  return { share, flag: mayComeFromOutside(insideLungs) ? strings.outsideLungs : '' }
}
