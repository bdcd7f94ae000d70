import { fromFailure, HilumError } from '../../shared/errors.ts'
import type { Pack } from '../packs/pack.ts'
import { withLungs } from './checked-packs.ts'
import type { StartProcess } from './engine-process.ts'
import { oneCall } from './one-call.ts'

// The largest model that is sensible on a CPU loads within seconds.
const LIMIT_MS = 60_000

/** Rejects where the pack can't be loaded on the CPU; whatever its graph does to the runtime, it does elsewhere. */
export async function loadsElsewhere(pack: Pack, start: StartProcess): Promise<void> {
  const load = { ...(await withLungs(pack)), threads: 1 }
  const end = await oneCall('load', load, { start, limitMs: LIMIT_MS })
  if (end.kind === 'answered') return
  if (end.kind === 'refused') throw fromFailure(end.failure)
  throw new HilumError(
    'PACK_MODEL_DAMAGED',
    end.kind === 'died'
      ? 'The process that loaded the model to check it ended. Get the model again from its source.'
      : `The model was not loaded within ${LIMIT_MS / 1000} seconds. Get the model again from its source.`,
  )
}
