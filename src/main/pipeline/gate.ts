// Whether a film is one that the model may be asked about. A refusal is a result and not an error: the film is
// shown with the reason and gets no score.

import type { RefusalReason, Warning } from '../../shared/analysis.ts'
import type { Film } from './film.ts'
import { cutLungsWarning } from './gate/cut-lungs.ts'
import { invertedWarning, lungsRefusal } from './gate/lungs.ts'
import { ageWarning } from './gate/patient-age.ts'
import { shapeRefusal, shapeWarning } from './gate/shape.ts'
import { colourRefusal } from './gate/colour.ts'
import { contentRefusal } from './gate/content.ts'
import { tagRefusals } from './gate/tags.ts'
import type { Located } from './locate.ts'

export interface Verdict {
  /** Empty where the film is accepted. */
  readonly reasons: readonly RefusalReason[]
  /** Of the score that the film gets: empty where it gets none. */
  readonly warnings: readonly Warning[]
}

/** The cheap checks first, each next kind only on a film that passed the ones before: the plainest reason is given. */
export function gate(film: Film, located: Located, plain = gateWithoutLungs(film)): Verdict {
  const { reasons, warnings } = plain
  if (reasons.length > 0) return plain
  const noLungs = lungsRefusal(located)
  if (noLungs !== undefined) return refused([noLungs])
  const ofLungs = [invertedWarning(located), cutLungsWarning(located.lungs)].filter(
    (warning) => warning !== undefined,
  )
  return { reasons: [], warnings: [...warnings, ...ofLungs] }
}

/** All that is known of a film before its lungs are looked for, which takes longer than the rest. */
export function gateWithoutLungs(film: Film): Verdict {
  const cheap = [...tagRefusals(film), shapeRefusal(film)].filter((reason) => reason !== undefined)
  if (cheap.length > 0) return refused(cheap)
  const seen = [contentRefusal(film), colourRefusal(film)].filter((reason) => reason !== undefined)
  if (seen.length > 0) return refused(seen)
  return {
    reasons: [],
    warnings: [ageWarning(film), shapeWarning(film)].filter((warning) => warning !== undefined),
  }
}

function refused(reasons: readonly RefusalReason[]): Verdict {
  return { reasons, warnings: [] }
}
