// What two films have to do with each other, as far as their files say. A prior of somebody else must never pass for one.

import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'

const { window: words } = strings

export interface Relation {
  readonly text: string
  /** Whether the reader has to be warned of it. */
  readonly doubtful: boolean
}

type Related = Pick<OpenedFilm, 'id' | 'frame' | 'patient' | 'study'>

export function relationWords(kept: Related, current: Related): Relation {
  if (kept.id === current.id && kept.frame === current.frame)
    return { text: words.chooseAnother, doubtful: false }
  const whose = patientWords(kept.patient, current.patient)
  const when = timeWords(kept.study.date, current.study.date)
  return { ...whose, text: [whose.text, when].filter((part) => part !== '').join(', ') }
}

function patientWords(one: Related['patient'], other: Related['patient']): Relation {
  if (one.id === '' || other.id === '') return { text: words.patientUnknown, doubtful: true }
  if (one.id !== other.id) return { text: words.otherPatient, doubtful: true }
  const named = one.name !== '' && other.name !== ''
  if (named && spelling(one.name) !== spelling(other.name)) return { text: words.otherName, doubtful: true }
  return { text: words.samePatient, doubtful: false }
}

// PS3.5 6.2.1: empty components at the end of a PN may be left out.
function spelling(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s^=]+/g, ' ')
    .trim()
}

const DAY_MS = 86_400_000

function timeWords(kept: string, current: string): string {
  const [from, to] = [dayOf(kept), dayOf(current)]
  if (from === null || to === null) return ''
  const days = Math.round((to - from) / DAY_MS)
  if (days === 0) return words.sameDay
  return days > 0 ? words.daysEarlier(days) : words.daysLater(-days)
}

/** PS3.5 6.2: DA is YYYYMMDD. */
function dayOf(written: string): number | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(written) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return Date.UTC(Number(year), Number(month) - 1, Number(day))
}
