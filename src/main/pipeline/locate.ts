import { HilumError } from '../../shared/errors.ts'
import type { Lungs } from '../../shared/lungs.ts'
import type { LungsCard } from '../../shared/lungs-card.ts'
import type { Session } from '../adapters/onnxruntime.ts'
import type { Film } from './film.ts'
import { viewTensor } from './input-tensor.ts'
import { giveTensorBack } from './input-tensor/tensor-memory.ts'
import { wholeFilmView } from './input-view.ts'
import { looksLikeChest, type ChestFigures, type Seen } from './locate/chest-look.ts'
import { lungContrast } from './locate/contrast.ts'
import { howItHangs, type Found, type Hanging, type Sight, type Way } from './locate/hanging.ts'
import { filledPart } from './locate/filled-part.ts'
import { lungsOf } from './locate/lungs-of.ts'
import { isSlice } from './locate/island.ts'
import { isPartMissing } from './locate/missing-part.ts'
import { isPairOfLungs } from './locate/pair-of-lungs.ts'
import { regions } from './locate/regions.ts'
import { sureness } from './locate/sureness.ts'
import { turned, type Picture } from './locate/turned.ts'

/** The model that finds the lungs, checked and loaded (packs/lung-finder.ts does both). */
export interface LungFinder {
  readonly card: Pick<LungsCard, 'id' | 'input' | 'output' | 'threshold'>
  readonly session: Pick<Session, 'run'>
  /** What it finds on frontal chest films; null where that was not measured, and every pair of regions is taken for lungs. */
  readonly chests: ChestFigures | null
}

export interface Located {
  /** Null where no model that finds them is installed. */
  readonly lungs: Lungs | null
  /** 'lungs' where nothing was looked for. */
  readonly found: Found
  /** 'right' where nothing speaks against it. */
  readonly hanging: Hanging
}

/** Where the lungs lie on a film, and whether it hangs as it should; where that is in doubt, it is looked at in other ways. */
export async function locate(film: Film, finder: LungFinder | null): Promise<Located> {
  if (finder === null) return { lungs: null, found: 'lungs', hanging: 'right' }
  const { input } = finder.card
  const view = wholeFilmView(film, input)
  const picture: Picture = { ...input, grey: viewTensor(film, view, input), filled: view.filled }
  const look = async (way: Way): Promise<Sight> => {
    const seen = turned(picture, way)
    const shares = await lungSharesOf(seen, finder, film)
    const sure = sureness({ shares: filledPart(shares, seen.width, seen.filled) })
    return {
      sure,
      judge: () => {
        const lungs = lungsOf({ ...view, ...seen, shares }, finder.card.threshold)
        const grey = filledPart(seen.grey, seen.width, seen.filled)
        const contrast = lungContrast(grey, lungs.mask)
        return { lungs, found: found({ grey, lungs, sure }, finder), contrast }
      },
    }
  }
  const hung = await howItHangs(await look('as it is'), look)
  giveTensorBack(picture.grey)
  return hung
}

function found(seen: Seen, { chests }: LungFinder): Found {
  if (!isPairOfLungs(seen.lungs, seen.sure)) return 'no pair'
  const { mask } = seen.lungs
  if (isSlice(seen.grey, mask, regions(mask)) || isPartMissing(seen.grey, mask)) return 'a pair unlike lungs'
  return chests === null || looksLikeChest(seen, chests) ? 'lungs' : 'a pair unlike lungs'
}

async function lungSharesOf(
  { grey, width, height }: Picture,
  { card, session }: LungFinder,
  { file }: Film,
): Promise<Float32Array> {
  const results = await session.run('image', grey, [1, 1, height, width])
  const shares = results[card.output]?.data
  if (shares?.length === width * height) return shares
  throw new HilumError(
    'PACK_MODEL_UNFIT',
    `The model “${card.id}” gives ${shares?.length ?? 'no'} numbers in “${card.output}” where its card promises ` +
      `${width * height}; ${file.name} was not scored. Install the model again.`,
  )
}
