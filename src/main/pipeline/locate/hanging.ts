// Whether a film hangs as the models expect it: air dark, apices above. The model that finds the lungs is surest where
// it does, and what lies between the lungs is brighter than they are. What was measured: models/README.md.

import type { Lungs } from '../../../shared/lungs.ts'

/** What was found on a film: lungs of a chest film, two regions that hang like lungs and look otherwise, or none of that. */
export type Found = 'lungs' | 'a pair unlike lungs' | 'no pair'

export type Hanging = 'right' | 'inverted' | 'upside down' | 'on its side'

/** A way in which a film can be looked at. */
export type Way = 'as it is' | 'inverted' | 'upside down' | 'to the left' | 'to the right'

/** What was seen when a film was looked at in one way. */
export interface Sight {
  readonly sure: number
  /** Asked for where the film may hang so: most second looks are less sure than the first, and need nothing more. */
  judge(): Judged
}

export interface Judged {
  readonly lungs: Lungs
  readonly found: Found
  /** How much brighter what lies between the lungs is than the lungs. */
  readonly contrast: number
}

export interface Hung {
  readonly hanging: Hanging
  readonly found: Found
  /** In the film as it lies, of the grey in which they were found. */
  readonly lungs: Lungs
}

/** Below it a second look is taken: one in 18 films that hang right, 994 of 1,000 that are upside down. */
const SURE = 0.88

/** How much surer another way must be: so much is none of 1,000 films that hang right, and 999 of 1,000 upside down. */
const SURER = 0.01

/** Of 1,700 films that hang right none has less; of 1,000 inverted ones on which a pair is found, less than one has more. */
const LEAST_CONTRAST = 0.03

export async function howItHangs(asIs: Sight, look: (way: Way) => Promise<Sight>): Promise<Hung> {
  const { lungs, found, contrast } = asIs.judge()
  let best: Hung & { readonly sure: number } = { hanging: 'right', lungs, found, sure: -Infinity }
  for (const way of waysToTry({ found, sure: asIs.sure, contrast })) {
    const { sure, judge } = await look(way)
    if (sure <= Math.max(best.sure, way === 'inverted' ? asIs.sure : asIs.sure + SURER)) continue
    const other = judge()
    if (other.found !== 'lungs') continue
    if (way === 'inverted') {
      if (other.contrast >= LEAST_CONTRAST) best = { ...other, hanging: 'inverted', sure }
    } else {
      best = { hanging: way === 'upside down' ? 'upside down' : 'on its side', lungs, found, sure }
    }
  }
  return { hanging: best.hanging, lungs: best.lungs, found: best.found }
}

function waysToTry({ found, sure, contrast }: Omit<Judged, 'lungs'> & Pick<Sight, 'sure'>): readonly Way[] {
  if (found !== 'lungs' || contrast < LEAST_CONTRAST)
    return ['inverted', 'upside down', 'to the left', 'to the right']
  return sure < SURE ? ['upside down'] : []
}
