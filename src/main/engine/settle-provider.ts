// Which provider a model is run on: what the reader chose, or the first of the platform's order that is proven on this
// machine and no slower than its CPU. Trials run in a process of their own, once for each model, driver and runtime.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import type { Provider, ProviderChoice, ProviderState, SettledProvider } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import { goldenHash } from '../packs/golden-hash.ts'
import type { Pack } from '../packs/pack.ts'
import { thisMachine, type Machine } from '../providers/machine.ts'
import { VerdictFile, type Entry } from '../providers/verdict-file.ts'
import { isNoSlowerThanCpu, type Trial, type Verdict, type VerdictKey } from '../providers/verdict.ts'
import type { DroppedProviders } from './dropped-providers.ts'
import type { StartProcess } from './engine-process.ts'
import { oneCall, stopped, type End } from './one-call.ts'

export interface SettleParts {
  readonly start: StartProcess
  /** Where the verdicts are kept. */
  readonly dataFolder: string
  /** Of one run. */
  readonly threads: number
  /** Whether to try once more what was tried. */
  readonly again?: boolean
  /** Left out where no film was scored yet. */
  readonly dropped?: DroppedProviders
  /** Told what is worth a line to the reader. */
  readonly tell: (sentence: string) => void
  readonly signal?: AbortSignal
  /** How long a trial may take. */
  readonly limitMs?: number
  readonly machine?: Machine
}

// Making the golden films takes ten to thirty seconds, running them at most twenty and one film more, which on a
// software driver has taken thirty.
const LIMIT_MS = 180_000

const words = strings.providers

/** A provider that was chosen and can't be used is an error; left to us, the CPU is always there. */
export async function settleProvider(
  pack: Pack,
  choice: ProviderChoice,
  parts: SettleParts,
): Promise<SettledProvider> {
  if (choice === 'cpu') return { provider: choice, reason: words.cpuChosen }
  if (choice === 'auto') return fastest(pack, parts)
  if (gaveOut(pack, choice, parts)) throw unfit(choice, words.gaveOut(pack.card.id))
  const found = await state(pack, choice, parts)
  if (found.outcome === 'accepted') return { provider: choice, reason: verdictWords(found) }
  throw unfit(choice, found.reason)
}

/** What the reader was told is on the CPU from then on is not moved to a third provider. */
function gaveOut({ card }: Pack, provider: Provider, { dropped }: SettleParts): boolean {
  return dropped?.has({ model: card.sha256, provider }) ?? false
}

function unfit(provider: Provider, reason: string): HilumError {
  return new HilumError('PROVIDER_UNFIT', words.unfit(words.names[provider], reason))
}

/** Every provider of this platform, tried where it was not. */
export async function providerStates(pack: Pack, parts: SettleParts): Promise<ProviderState[]> {
  const states: ProviderState[] = []
  for (const provider of (parts.machine ?? thisMachine()).order)
    states.push(await state(pack, provider, parts))
  return states
}

/**
 * What a trial of the CPU found, where its figures were wrong. It is used all the same, since nothing else is always
 * there, so the reader must know.
 */
export async function faultOfCpu(
  pack: Pack,
  { dataFolder, machine = thisMachine() }: Pick<SettleParts, 'dataFolder' | 'machine'>,
): Promise<HilumError | undefined> {
  const key = await keyOf(pack, 'cpu', machine)
  const found = key && remembered(key, dataFolder)
  if (found?.outcome !== 'disagrees') return undefined
  return new HilumError('PROVIDER_UNFIT', words.cpuDisagrees(found.reason))
}

/** A file that can't be read holds up no film. */
function remembered(key: VerdictKey, dataFolder: string): Entry | undefined {
  try {
    return new VerdictFile(dataFolder).find(key)
  } catch (error) {
    if (error instanceof HilumError && error.code === 'WRITE_FAILED') return undefined
    throw error
  }
}

async function fastest(pack: Pack, parts: SettleParts): Promise<SettledProvider> {
  const { machine = thisMachine(), tell } = parts
  const verdicts: string[] = []
  try {
    for (const provider of machine.order.filter((each) => each !== 'cpu')) {
      if (gaveOut(pack, provider, parts))
        return { provider: 'cpu', reason: words.gaveOut(pack.card.id, words.names[provider]) }
      const found = await state(pack, provider, { ...parts, machine })
      verdicts.push(verdictWords(found))
      if (isUsedByItself(found)) return { provider, reason: verdicts.join(' ') }
    }
  } catch (error) {
    // What can't be remembered, or has no place for its profile, is not tried: after a crash it would be tried again,
    // and again.
    if (!(error instanceof HilumError) || error.code !== 'WRITE_FAILED') throw error
    tell(error.message)
    verdicts.push(error.message)
  }
  return { provider: 'cpu', reason: verdicts.join(' ') }
}

function verdictWords({ provider, outcome, reason, milliseconds }: ProviderState): string {
  const name = words.names[provider]
  if (outcome !== 'accepted' || milliseconds === null || isNoSlowerThanCpu({ milliseconds }))
    return words.verdict(name, words.outcomes[outcome], reason)
  return words.verdict(name, words.slower, `${reason} ${words.times(milliseconds)}`)
}

/** Whether `auto` takes it. */
export function isUsedByItself({ outcome, milliseconds }: ProviderState): boolean {
  return outcome === 'accepted' && isNoSlowerThanCpu({ milliseconds })
}

async function state(pack: Pack, provider: Provider, parts: SettleParts): Promise<ProviderState> {
  const { machine = thisMachine(), limitMs = LIMIT_MS, again = false } = parts
  const obstacle = machine.obstacle(provider)
  if (obstacle !== undefined) return unavailable(provider, obstacle)
  const key = await keyOf(pack, provider, machine)
  if (key === undefined) return untried(provider, 'failed', words.noGolden)
  const file = new VerdictFile(parts.dataFolder)
  const known = file.find(key)
  if (known === undefined) return tryOnce(pack, key, file, parts)
  const name = words.names[provider]
  const underWay = known.outcome === 'trying' && Date.now() - Date.parse(known.at) < limitMs
  if (underWay) return unavailable(provider, words.beingTried(name))
  if (again) return tryOnce(pack, key, file, parts)
  return known.outcome === 'trying' ? kept(file, key, notRun('died', words.diedEarlier(name))) : known
}

/** Undefined where the model has nothing to try a provider with. */
async function keyOf(pack: Pack, provider: Provider, machine: Machine): Promise<VerdictKey | undefined> {
  const golden = await goldenHash(pack.folder)
  const { runtime } = machine
  return golden === undefined
    ? undefined
    : { provider, model: pack.card.sha256, golden, runtime, driver: machine.driver(provider) }
}

async function tryOnce(
  pack: Pack,
  key: VerdictKey,
  file: VerdictFile,
  parts: SettleParts,
): Promise<ProviderState> {
  const { start, threads, tell, signal, limitMs = LIMIT_MS } = parts
  const { provider } = key
  if (signal?.aborted) throw stopped()
  tell(words.trying(words.names[provider]))
  const folder = profileFolder()
  // Whoever stops a trial has not seen it fail.
  const forget = () => file.forget(key)
  try {
    file.begin(key)
    signal?.addEventListener('abort', forget, { once: true })
    const end = await oneCall('try', { pack, threads, provider, folder }, { start, limitMs, signal })
    if (end.kind !== 'refused') return kept(file, key, trialOf(end, words.names[provider], limitMs))
    // A fault of ours is none of the provider's.
    forget()
    return untried(provider, 'failed', end.failure.message)
  } finally {
    signal?.removeEventListener('abort', forget)
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function profileFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'hilum-profile-'))
  } catch (cause) {
    throw new HilumError('WRITE_FAILED', words.noTemporaryFolder(tmpdir(), systemErrorCode(cause)), { cause })
  }
}

function trialOf(end: Exclude<End<'try'>, { kind: 'refused' }>, name: string, limitMs: number): Trial {
  switch (end.kind) {
    case 'answered':
      return end.value
    case 'died':
      return notRun('died', words.died(name))
    case 'hung':
      return notRun('failed', words.hung(name, Math.round(limitMs / 1000)))
  }
}

function kept(file: VerdictFile, key: VerdictKey, trial: Trial): Verdict {
  const verdict = { ...key, at: new Date().toISOString(), ...trial }
  file.keep(verdict)
  return verdict
}

function notRun(outcome: Trial['outcome'], reason: string): Trial {
  return { outcome, reason, worst: null, share: null, milliseconds: null }
}

function unavailable(provider: Provider, reason: string): ProviderState {
  return untried(provider, 'unavailable', reason)
}

/** Nothing was learnt of it that would be worth keeping. */
function untried(provider: Provider, outcome: ProviderState['outcome'], reason: string): ProviderState {
  return { provider, outcome, reason, at: null, worst: null, share: null, milliseconds: null }
}
