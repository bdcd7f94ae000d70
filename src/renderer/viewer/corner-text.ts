// What stands in the corners of the film. Facts that the file does not give are left out, but for the spacing: that
// nothing can be measured must be said.

import { scaleOf } from '../../shared/measuring/measure.ts'
import type { Voi } from '../../shared/greyscale/grey-transform.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'

const { window: words } = strings

export function patientLines({ patient }: OpenedFilm): readonly string[] {
  const about = [patient.sex, age(patient.age)].filter(given).join(' · ')
  return [personName(patient.name), patient.id && words.patientId(patient.id), about].filter(given)
}

export function studyLines({ study }: OpenedFilm): readonly string[] {
  const taken = [study.modality, study.view && words.view(study.view)].filter(given).join(' · ')
  return [date(study.date), study.description, taken].filter(given)
}

export function pictureLines(film: OpenedFilm): readonly string[] {
  const { columns, rows, bitsStored, frame, frames, colourUrl } = film
  return [
    frames > 1 ? words.frame(frame + 1, frames) : '',
    words.size(columns, rows, bitsStored),
    spacing(film),
    colourUrl === null ? '' : words.colour,
  ].filter(given)
}

export function windowText(voi: Voi): string {
  if (voi.kind === 'table') return words.tableInUse(voi.table.name)
  const { centre, width, function: shape } = voi.window
  return (
    words.windowValues(windowNumber(centre, width), windowNumber(width, width)) + words.windowFunctions[shape]
  )
}

/** Digits that a window of this width can be told apart by. */
export function windowNumber(value: number, width: number): string {
  const digits = width >= 20 ? 0 : width >= 2 ? 1 : 3
  const rounded = Number(value.toFixed(digits))
  return String(rounded === 0 ? 0 : rounded)
}

// (0018,1164) is measured at the detector, where everything is magnified; it is never passed off as (0028,0030).
function spacing(film: OpenedFilm): string {
  const { basis, across, down } = scaleOf(film)
  if (basis === 'pixels') return words.noSpacing
  const said = basis === 'detector' ? words.spacingAtDetector : words.spacing
  return said(millimetres(down), millimetres(across))
}

const millimetres = (length: number) => String(Number(length.toPrecision(3)))

/** PS3.5 6.2: DA is YYYYMMDD; anything else is shown as it is written. */
function date(written: string): string {
  return written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
}

/** PS3.5 6.2: AS is three digits and a unit, 045Y. */
function age(written: string): string {
  return written.replace(/^0*(\d+)([DWMY])$/, '$1 $2')
}

/** PS3.5 6.2.1: components of PN are parted by carets, family name first; groups in other scripts by equal signs. */
function personName(written: string): string {
  const groups = written.split('=').map((group) => {
    const [family = '', ...others] = group.split('^')
    return [family, others.filter(given).join(' ')].filter(given).join(', ')
  })
  return groups.filter(given).join(' / ')
}

const given = (line: string) => line !== ''
