import { HilumError } from '../../shared/errors.ts'
import type { Lungs } from '../../shared/lungs.ts'
import type { LungsCard } from '../../shared/lungs-card.ts'
import type { Session } from '../adapters/onnxruntime.ts'
import type { Film } from './film.ts'
import { viewTensor } from './input-tensor.ts'
import { wholeFilmView } from './input-view.ts'
import { lungsOf } from './locate/lungs-of.ts'

/** The model that finds the lungs, checked and loaded (packs/load-lung-finder.ts makes it). */
export interface LungFinder {
  readonly card: Pick<LungsCard, 'id' | 'input' | 'output' | 'threshold'>
  readonly session: Pick<Session, 'run'>
}

/** Where the lungs lie on a film; null where no model that finds them is installed. */
export async function locate(film: Film, finder: LungFinder | null): Promise<Lungs | null> {
  if (finder === null) return null
  const { card, session } = finder
  const { width, height } = card.input
  const view = wholeFilmView(film, card.input)
  const results = await session.run('image', viewTensor(film, view, card.input), [1, 1, height, width])
  const shares = results[card.output]?.data
  if (shares?.length !== width * height) {
    throw new HilumError(
      'PACK_MODEL_UNFIT',
      `The model “${card.id}” gives ${shares?.length ?? 'no'} numbers in “${card.output}” where its card promises ` +
        `${width * height}; ${film.file.name} was not scored. Install the model again.`,
    )
  }
  return lungsOf({ shares, width, ...view }, card.threshold)
}
