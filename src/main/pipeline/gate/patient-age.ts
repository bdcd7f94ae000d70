import type { Warning } from '../../../shared/analysis.ts'
import type { Film } from '../film.ts'

/** PS3.5 6.2, AS: three digits and D, W, M or Y. Null where the file gives no age. */
export function ageInYears(age: string): number | null {
  const match = /^(\d{3})([DWMY])$/.exec(age.trim())
  if (match === null) return null
  const perYear = { D: 365.25, W: 52.18, M: 12, Y: 1 }[match[2] as 'D' | 'W' | 'M' | 'Y']
  return Number(match[1]) / perYear
}

const ADULT = 16

export function ageWarning({ identity: { patientAge } }: Film): Warning | undefined {
  const years = ageInYears(patientAge)
  if (years === null || years >= ADULT) return undefined
  return {
    code: 'GATE_CHILD',
    message: `The patient is ${Math.floor(years)} years old; the model was trained on adults and its score may mislead.`,
  }
}
