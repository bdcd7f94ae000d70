import type { Warning } from '../../../shared/analysis.ts'
import type { Film, Identity } from '../film.ts'

const DAYS_A_YEAR = 365.25
const MILLISECONDS_A_DAY = 86_400_000

/** PS3.5 6.2, AS: three digits and D, W, M or Y. Null where the file gives no age. */
export function ageInYears(age: string): number | null {
  const match = /^(\d{3})([DWMY])$/.exec(age.trim())
  if (match === null) return null
  const perYear = { D: DAYS_A_YEAR, W: 52.18, M: 12, Y: 1 }[match[2] as 'D' | 'W' | 'M' | 'Y']
  return Number(match[1]) / perYear
}

/** Many files give a date of birth and no age. */
function ageByDates({ patientBirthDate, studyDate }: Identity): number | null {
  const [birth, study] = [patientBirthDate, studyDate].map(dayOf)
  if (birth === undefined || study === undefined || study < birth) return null
  return (study - birth) / DAYS_A_YEAR
}

/** PS3.5 6.2, DA: YYYYMMDD, as a number of days. */
function dayOf(date: string): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(date.trim())
  if (match === null) return undefined
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return time / MILLISECONDS_A_DAY
}

const ADULT = 16

export function ageWarning({ identity }: Film): Warning | undefined {
  const years = ageInYears(identity.patientAge) ?? ageByDates(identity)
  if (years === null || years >= ADULT) return undefined
  return {
    code: 'GATE_CHILD',
    message: `The patient is ${Math.floor(years)} years old; the model was trained on adults and its score may mislead.`,
  }
}
