import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Provider, ProviderChoice } from '../../shared/provider.ts'
import { goldenHash } from '../packs/golden-hash.ts'
import { readPack, type Pack } from '../packs/pack.ts'
import { goldenPack } from '../providers/golden-pack.fixture.ts'
import type { Machine } from '../providers/machine.ts'
import { VerdictFile } from '../providers/verdict-file.ts'
import type { Trial } from '../providers/verdict.ts'
import { places } from '../places.ts'
import { DroppedProviders } from './dropped-providers.ts'
import type { EngineProcess, StartProcess } from './engine-process.ts'
import { startNodeProcess } from './node-process.ts'
import type { Call, TryInput } from './protocol.ts'
import { faultOfCpu, providerStates, settleProvider, type SettleParts } from './settle-provider.ts'

const pack: Pack = await readPack(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url)))

let dataFolder: string
let told: string[]
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hilum-settle-'))
  told = []
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

// Windows names its temporary folder otherwise.
const onPosix = { skip: process.platform === 'win32' }

const GPU: Machine = {
  order: ['cuda', 'webgpu', 'cpu'],
  runtime: '1.30.0',
  obstacle: () => undefined,
  driver: () => 'driver 1',
}

function accepted(provider: number, cpu: number): Trial {
  const worst = { probability: 1e-6, correlation: 1 }
  return { outcome: 'accepted', reason: 'As stored.', worst, share: 1, milliseconds: { provider, cpu } }
}

function rejected(outcome: Trial['outcome']): Trial {
  return { outcome, reason: 'For a reason.', worst: null, share: null, milliseconds: null }
}

type Fate = Trial | 'die' | 'hang' | 'fail'

/** Processes in which each provider meets its fate; `tried` has those that were tried, in order. */
function fated(fates: Partial<Record<Provider, Fate>>) {
  const tried: Provider[] = []
  const folders: string[] = []
  const start = (): EngineProcess => {
    let exit = () => {}
    let reply: (message: unknown) => void = () => {}
    return {
      post: (message) => {
        const { id, input } = message as Call
        const { provider, folder } = input as TryInput
        tried.push(provider)
        writeFileSync(join(folder, 'profile.json'), '')
        folders.push(folder)
        const fate = fates[provider] ?? rejected('failed')
        const failure = { id, ok: false, code: 'INTERNAL', message: 'A fault.' }
        if (fate === 'die') setImmediate(() => exit())
        else if (fate === 'fail') setImmediate(() => reply(failure))
        else if (fate !== 'hang') setImmediate(() => reply({ id, ok: true, value: fate }))
      },
      onMessage: (listener) => (reply = listener),
      onExit: (listener) => (exit = listener),
      kill: () => undefined,
    }
  }
  return { start, tried, folders }
}

function parts(start: StartProcess, changes: Partial<SettleParts> = {}): SettleParts {
  const tell = (sentence: string) => void told.push(sentence)
  return { start, dataFolder, threads: 1, tell, machine: GPU, limitMs: 60_000, ...changes }
}

async function settled(...given: Parameters<typeof settleProvider>): Promise<Provider> {
  return (await settleProvider(...given)).provider
}

const keptFile = () => join(dataFolder, 'providers.json')
const kept = () =>
  JSON.parse(readFileSync(keptFile(), 'utf8')) as { verdicts: { provider: string; outcome: string }[] }

// what the providers do, what is chosen of itself, what was tried for it
const choices: readonly (readonly [string, Partial<Record<Provider, Fate>>, Provider, Provider[]])[] = [
  ['the first that is right is taken', { cuda: accepted(1, 5) }, 'cuda', ['cuda']],
  [
    'one that is wrong is passed over',
    { cuda: rejected('disagrees'), webgpu: accepted(2, 5) },
    'webgpu',
    ['cuda', 'webgpu'],
  ],
  [
    'one that is right and slower than the CPU is passed over',
    { cuda: accepted(9, 5), webgpu: accepted(6, 5) },
    'cpu',
    ['cuda', 'webgpu'],
  ],
  [
    'one that ends its process is passed over',
    { cuda: 'die', webgpu: accepted(2, 5) },
    'webgpu',
    ['cuda', 'webgpu'],
  ],
  ['one that never answers is passed over', { cuda: 'hang' }, 'cpu', ['cuda', 'webgpu']],
]

for (const [name, fates, chosen, expected] of choices) {
  test(`${name}, and nothing is tried twice`, async () => {
    const { start, tried } = fated(fates)
    const limitMs = Object.values(fates).includes('hang') ? 60 : 60_000
    assert.equal(await settled(pack, 'auto', parts(start, { limitMs })), chosen)
    assert.equal(await settled(pack, 'auto', parts(start, { limitMs })), chosen)
    assert.deepEqual(tried, expected)
    assert.equal(told.length, expected.length, 'each trial is announced')
  })
}

// what the providers do, and why the one that is taken is taken
const reasons: readonly (readonly [Partial<Record<Provider, Fate>>, string])[] = [
  [{ cuda: accepted(1, 5) }, 'CUDA, accepted: As stored.'],
  [
    { cuda: rejected('slow'), webgpu: accepted(2, 5) },
    'CUDA, too slow: For a reason. WebGPU, accepted: As stored.',
  ],
  [
    { cuda: accepted(9, 5), webgpu: rejected('disagrees') },
    'CUDA, slower than the CPU: As stored. A film takes it 9.0 ms, the CPU 5.0 ms. WebGPU, wrong figures: For a reason.',
  ],
]

for (const [fates, reason] of reasons) {
  test(`whoever settles the provider says why: ${reason}`, async () => {
    const { start } = fated(fates)
    assert.equal((await settleProvider(pack, 'auto', parts(start))).reason, reason)
  })
}

test('a wish is a reason too, and so is what this machine has not', async () => {
  const { start } = fated({ webgpu: accepted(1, 5) })
  const machine = { ...GPU, obstacle: () => 'No driver is loaded.' }
  const reason = async (choice: ProviderChoice, changes: Partial<SettleParts> = {}) =>
    (await settleProvider(pack, choice, parts(start, changes))).reason
  assert.equal(await reason('cpu'), 'The CPU was chosen; nothing else was asked for.')
  assert.equal(await reason('webgpu'), 'WebGPU, accepted: As stored.')
  assert.equal(
    await reason('auto', { machine }),
    'CUDA, not here: No driver is loaded. WebGPU, not here: No driver is loaded.',
  )
})

test('the CPU needs no trial, and leaves no file', async () => {
  const { start, tried } = fated({})
  assert.equal(await settled(pack, 'cpu', parts(start)), 'cpu')
  assert.deepEqual([tried, existsSync(keptFile())], [[], false])
})

test('a machine with nothing but its CPU starts no process and leaves no file', async () => {
  const { start, tried } = fated({})
  const machine = {
    ...GPU,
    obstacle: (provider: Provider) => (provider === 'cpu' ? undefined : 'Not here.'),
  }
  assert.equal(await settled(pack, 'auto', parts(start, { machine })), 'cpu')
  assert.deepEqual([tried, told, existsSync(keptFile())], [[], [], false])
})

for (const outcome of ['accepted', 'disagrees', 'slow', 'failed', 'died'] as const) {
  test(`of a CPU whose trial is known as “${outcome}” the reader is ${outcome === 'disagrees' ? '' : 'not '}told`, async () => {
    const { start } = fated({ cpu: rejected(outcome) })
    assert.equal(await faultOfCpu(pack, parts(start)), undefined)
    await providerStates(pack, parts(start))
    const fault = await faultOfCpu(pack, parts(start))
    assert.equal(fault?.code, outcome === 'disagrees' ? 'PROVIDER_UNFIT' : undefined)
    const another = { ...GPU, runtime: '2.0.0' }
    assert.equal(await faultOfCpu(pack, parts(start, { machine: another })), undefined)
  })
}

test('verdicts that can not be read hold up no film', async () => {
  mkdirSync(keptFile())
  assert.equal(await faultOfCpu(pack, parts(fated({}).start)), undefined)
})

test('one that gave out on the model since the start is left for the CPU, and not for a third', async () => {
  const { start, tried } = fated({ cuda: accepted(1, 5), webgpu: accepted(2, 5) })
  const dropped = new DroppedProviders()
  dropped.add({ model: 'another', provider: 'cuda' })
  assert.equal(await settled(pack, 'auto', parts(start, { dropped })), 'cuda')
  dropped.add({ model: pack.card.sha256, provider: 'cuda' })
  assert.equal(await settled(pack, 'auto', parts(start, { dropped })), 'cpu')
  await assert.rejects(settleProvider(pack, 'cuda', parts(start, { dropped })), {
    code: 'PROVIDER_UNFIT',
    message:
      /^CUDA can’t be used: It gave out on the model “tiny” and is not used for it until Hilum is started/,
  })
  assert.equal(await settled(pack, 'webgpu', parts(start, { dropped })), 'webgpu')
  assert.deepEqual(tried, ['cuda', 'webgpu'])
})

test('one that was chosen is taken though it is slower, and an error where it is wrong', async () => {
  const { start } = fated({ webgpu: accepted(9, 5), cuda: rejected('disagrees') })
  assert.equal(await settled(pack, 'webgpu', parts(start)), 'webgpu')
  await assert.rejects(settleProvider(pack, 'cuda', parts(start)), {
    code: 'PROVIDER_UNFIT',
    message: 'CUDA can’t be used: For a reason. Leave the choice to Hilum, or choose the CPU.',
  })
})

test('a new driver, runtime or model is tried afresh', async () => {
  const { start, tried } = fated({ cuda: accepted(1, 5) })
  const settle = (changes: Partial<Machine>, of = pack) =>
    settleProvider(of, 'cuda', parts(start, { machine: { ...GPU, ...changes } }))
  await settle({})
  await settle({ driver: () => 'driver 2' })
  await settle({ runtime: '1.31.0' })
  await settle({}, { ...pack, card: { ...pack.card, sha256: 'f'.repeat(64) } })
  await settle({})
  assert.equal(tried.length, 4)
  assert.equal(kept().verdicts.length, 4)
})

test('a trial that took Hilum or the machine with it is known at the next start', async () => {
  const { runtime } = GPU
  const about = { model: pack.card.sha256, golden: (await goldenHash(pack.folder))! }
  const begun = { provider: 'cuda', ...about, runtime, driver: 'driver 1' } as const
  new VerdictFile(dataFolder).begin(begun)
  const others = fated({ webgpu: accepted(1, 5) })
  const [cuda] = await providerStates(pack, parts(others.start, { limitMs: 60_000 }))
  assert.deepEqual(
    [cuda!.outcome, cuda!.reason],
    ['unavailable', 'CUDA is being tried by another Hilum just now.'],
  )
  await new Promise((resolve) => setTimeout(resolve, 20))
  const [later] = await providerStates(pack, parts(others.start, { limitMs: 10 }))
  assert.equal(later!.outcome, 'died')
  assert.match(later!.reason, /^When CUDA was tried, Hilum or the machine ended/)
  assert.equal(others.tried.includes('cuda'), false)
})

test('a trial that the reader stops is no verdict', async () => {
  const { start } = fated({ cuda: 'hang' })
  const stop = new AbortController()
  const tell = () => setImmediate(() => stop.abort())
  const stopped = parts(start, { signal: stop.signal, tell })
  await assert.rejects(settleProvider(pack, 'auto', stopped), { code: 'CANCELLED' })
  assert.deepEqual(kept().verdicts, [])
})

test('a fault of ours is no verdict on a provider', async () => {
  const { start, tried } = fated({ cuda: 'fail', webgpu: rejected('failed') })
  const [cuda] = await providerStates(pack, parts(start))
  assert.deepEqual([cuda!.outcome, cuda!.reason, cuda!.at], ['failed', 'A fault.', null])
  assert.deepEqual(
    kept().verdicts.map(({ provider }) => provider),
    ['webgpu', 'cpu'],
  )
  await settleProvider(pack, 'auto', parts(start))
  assert.deepEqual(tried, ['cuda', 'webgpu', 'cpu', 'cuda'])
})

test('what was tried is tried once more where that is asked for', async () => {
  const { start, tried } = fated({ cuda: 'die' })
  const machine = { ...GPU, order: ['cuda'] as const }
  await providerStates(pack, parts(start, { machine }))
  const better = fated({ cuda: accepted(1, 5) })
  const [cuda] = await providerStates(pack, parts(better.start, { machine, again: true }))
  assert.deepEqual([tried, better.tried, cuda!.outcome], [['cuda'], ['cuda'], 'accepted'])
  assert.deepEqual(
    kept().verdicts.map(({ outcome }) => outcome),
    ['accepted'],
  )
})

test('a model without golden films is not tried until it has some, and afresh when it has others', async () => {
  const bare = { ...pack, folder: join(dataFolder, 'bare') }
  mkdirSync(bare.folder)
  const { start, tried } = fated({ cuda: accepted(1, 5) })
  const settle = () => settled(bare, 'cuda', parts(start))
  await assert.rejects(settle(), { code: 'PROVIDER_UNFIT', message: /brings no golden films/ })
  assert.deepEqual([tried, existsSync(keptFile())], [[], false])
  for (const films of ['some', 'others']) {
    writeFileSync(join(bare.folder, 'golden.json'), films)
    for (const _ of ['first', 'second']) assert.equal(await settle(), 'cuda')
  }
  assert.equal(tried.length, 2)
})

for (const fate of [accepted(1, 5), 'die', 'hang', 'fail', 'stop'] as const) {
  const name = typeof fate === 'string' ? fate : fate.outcome
  test(`no profile is left behind by a trial whose end is “${name}”`, async () => {
    const { start, folders } = fated({ cuda: fate === 'stop' ? 'hang' : fate })
    const stop = new AbortController()
    const tell = () => void (fate === 'stop' && setImmediate(() => stop.abort()))
    const limitMs = fate === 'hang' ? 60 : 60_000
    const trial = parts(start, { tell, signal: stop.signal, limitMs })
    await Promise.allSettled([settleProvider(pack, 'cuda', trial)])
    assert.equal(folders.length, 1)
    assert.equal(existsSync(folders[0]!), false)
  })
}

test('without a place for profiles nothing is tried, and the reader is told', onPosix, async (t) => {
  const former = process.env['TMPDIR']
  t.after(() => (former === undefined ? delete process.env['TMPDIR'] : (process.env['TMPDIR'] = former)))
  process.env['TMPDIR'] = join(dataFolder, 'nowhere')
  const { start, tried } = fated({ cuda: accepted(1, 5) })
  assert.equal(await settled(pack, 'auto', parts(start)), 'cpu')
  assert.deepEqual([tried, existsSync(keptFile())], [[], false])
  assert.match(told.at(-1)!, /^No folder can be made in .*nowhere \(ENOENT\)/)
})

test('a trial that was stopped before it began is no verdict either', async () => {
  const { start, tried } = fated({ cuda: accepted(1, 5) })
  const signal = AbortSignal.abort()
  await assert.rejects(settleProvider(pack, 'auto', parts(start, { signal })), { code: 'CANCELLED' })
  assert.deepEqual([tried, existsSync(keptFile())], [[], false])
})

test("what can't be remembered is not tried, and the reader is told", async () => {
  writeFileSync(join(dataFolder, 'file'), '')
  const { start, tried } = fated({ cuda: accepted(1, 5) })
  const nowhere = parts(start, { dataFolder: join(dataFolder, 'file', 'within') })
  assert.equal(await settled(pack, 'auto', nowhere), 'cpu')
  assert.deepEqual(tried, [])
  assert.match((await settleProvider(pack, 'auto', nowhere)).reason, /providers\.json can’t/)
  assert.match(told.at(-1)!, /providers\.json can’t be read and written .* the CPU is used\./)
})

test('a damaged file of verdicts is no loss', async () => {
  writeFileSync(keptFile(), '{"schema":')
  const { start } = fated({ cuda: accepted(1, 5) })
  assert.equal(await settled(pack, 'auto', parts(start)), 'cuda')
  assert.equal(kept().verdicts.length, 1)
})

test('a real process that is killed while it tries is a verdict, and the CPU is used', async () => {
  const start = () => {
    const child = startNodeProcess(places.worker)
    return { ...child, post: (message: unknown) => (child.post(message), child.kill()) }
  }
  const machine = { ...GPU, order: ['webgpu', 'cpu'] as const }
  assert.equal(await settled(pack, 'auto', parts(start, { machine, limitMs: 60_000 })), 'cpu')
  assert.equal(kept().verdicts[0]?.outcome, 'died')
})

test('the real process tries a provider and gives its verdict', async () => {
  const golden = await goldenPack(join(dataFolder, 'tiny'))
  const start = () => startNodeProcess(places.worker)
  const machine = { ...GPU, order: ['cpu'] as const }
  const [cpu] = await providerStates(golden, parts(start, { machine, limitMs: 60_000 }))
  assert.equal(cpu!.outcome, 'accepted', cpu!.reason)
})
