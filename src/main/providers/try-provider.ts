// Runs a model's golden films on a provider and judges what comes of it. It is for the engine's own process: what
// a driver does to it must not reach the window.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HilumError } from '../../shared/errors.ts'
import type { Provider } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import { isBuiltIn, type Session } from '../adapters/onnxruntime.ts'
import { goldenInputs } from '../packs/golden-inputs.ts'
import { readGolden, type Golden } from '../packs/golden.ts'
import { loadModel } from '../packs/load-model.ts'
import type { Pack } from '../packs/pack.ts'
import { agreement, FULL_AGREEMENT, worseOf, type Agreement } from './agreement.ts'
import { profileShare } from './profile.ts'
import type { Trial } from './verdict.ts'

/** The reader's figures may differ by this much from those that the model was validated with. */
const MOST_DIFFERENCE = 1e-3
const LEAST_CORRELATION = 0.999
/** A little may stay on the CPU: ONNX Runtime computes shapes there on purpose. A convolution left there takes more. */
const LEAST_SHARE = 0.9
/** A provider that needs longer for its films is of no use, and the reader waits. */
const MOST_MS = 20_000

const words = strings.providers

export interface TrialParts {
  /** Of one run. */
  readonly threads: number
  /** An empty one for the profiles. */
  readonly folder: string
  /** Tests bring providers that no machine has. */
  readonly load?: typeof loadModel
  readonly known?: typeof isBuiltIn
  readonly mostMs?: number
}

interface Ran {
  readonly worst: Agreement
  /** Of each film. */
  readonly times: readonly number[]
}

export async function tryProvider(pack: Pack, provider: Provider, parts: TrialParts): Promise<Trial> {
  const { known = isBuiltIn } = parts
  // The runtime would drop the name in silence and use the CPU.
  if (!(await known(provider))) return refused('failed', words.notBuiltIn(words.names[provider]))
  try {
    const golden = await readGolden(pack.folder)
    if (golden === undefined) return refused('failed', words.noGolden)
    return await judged(pack, provider, golden, parts)
  } catch (error) {
    if (error instanceof HilumError) return refused('failed', error.message)
    throw error
  }
}

function refused(outcome: Trial['outcome'], reason: string): Trial {
  return { outcome, reason, worst: null, share: null, milliseconds: null }
}

async function judged(pack: Pack, provider: Provider, golden: Golden, parts: TrialParts): Promise<Trial> {
  const { width, height } = pack.card.input
  const inputs = goldenInputs(golden, width, height)
  const { threads, folder, load = loadModel, mostMs = MOST_MS } = parts
  const films = { golden, inputs, size: [1, 1, height, width], mostMs }
  const run = async (on: Provider, profile: string) => {
    const { session } = await load(pack, { threads, provider: on, profile: join(folder, profile) })
    const ran = await runFilms(session, films).finally(() => session.endProfile())
    await session.release()
    return ran
  }
  const ran = await run(provider, 'tried')
  // It is profiled as well, since that takes time.
  const reference = await run('cpu', 'reference')
  const profile = (await readdir(folder)).find((name) => name.startsWith('tried'))
  if (profile === undefined) return refused('failed', words.noProfile)
  const { share, strays } = profileShare(await readFile(join(folder, profile), 'utf8'), provider)
  return verdictOn({ provider, ran, reference, share, strays, films: golden.films.length })
}

interface Films {
  readonly golden: Golden
  readonly inputs: readonly Float32Array[]
  readonly size: readonly number[]
  readonly mostMs: number
}

async function runFilms(session: Session, { golden, inputs, size, mostMs }: Films): Promise<Ran> {
  const begun = performance.now()
  // Much is done that is done once in the first run, which counts for nobody: neither here nor in the profile.
  await session.run('image', inputs[0]!, size)
  const times: number[] = []
  let worst = FULL_AGREEMENT
  for (const [i, film] of golden.films.entries()) {
    const from = performance.now()
    const outputs = await session.run('image', inputs[i]!, size)
    times.push(performance.now() - from)
    worst = worseOf(worst, agreement(outputs, film, golden.every))
    if (performance.now() - begun > mostMs) break
  }
  return { worst, times }
}

interface Evidence {
  readonly provider: Provider
  readonly ran: Ran
  readonly reference: Ran
  readonly share: number
  readonly strays: readonly string[]
  readonly films: number
}

function verdictOn({ provider, ran, reference, share, strays, films }: Evidence): Trial {
  const { worst, times } = ran
  const milliseconds = { provider: typical(times), cpu: typical(reference.times) }
  const facts = { worst, share, milliseconds }
  const name = words.names[provider]
  const differs = worst.probability > MOST_DIFFERENCE || worst.correlation < LEAST_CORRELATION
  if (differs) return { outcome: 'disagrees', reason: words.disagrees(name, worst), ...facts }
  if (times.length < films)
    return { outcome: 'slow', reason: words.slow(name, times.length, films), ...facts }
  if (share < LEAST_SHARE)
    return { outcome: 'fell-back', reason: words.fellBack(name, share, strays), ...facts }
  return { outcome: 'accepted', reason: words.accepted(films, worst, share), ...facts }
}

function typical(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
