// Providers that are not what they say, each planted in place of the runtime's.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { HilumError } from '../../shared/errors.ts'
import type { OutputTensor, Session } from '../adapters/onnxruntime.ts'
import { loadModel } from '../packs/load-model.ts'
import type { Pack } from '../packs/pack.ts'
import { GOLDEN_FILMS, goldenPack } from './golden-pack.fixture.ts'
import { tryProvider } from './try-provider.ts'

type Outputs = Readonly<Record<string, OutputTensor>>

let folder: string
let pack: Pack
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hilum-try-'))
  pack = await goldenPack(join(folder, 'tiny'))
})
after(() => rmSync(folder, { recursive: true }))

const OPERATORS = [
  ['WebGpuExecutionProvider', 'Conv', 900],
  ['CPUExecutionProvider', 'Shape', 10],
] as const

/** As ONNX Runtime writes it: one run, then what each node of the next took. */
function writeProfile(prefix: string, nodes: readonly (readonly [string, string, number])[]): void {
  const run = { cat: 'Session', name: 'model_run', ts: 0, dur: 10, args: {} }
  const kernels = nodes.map(([provider, operator, dur], i) => {
    const args = { provider, op_name: operator }
    return { cat: 'Node', name: `${operator}_kernel_time`, ts: 20 + i, dur, args }
  })
  writeFileSync(`${prefix}_1.json`, JSON.stringify([run, ...kernels]))
}

interface Planted {
  /** What becomes of the true outputs of the nth film, counted from 0. */
  readonly outputs?: (outputs: Outputs, film: number) => Outputs | Promise<Outputs>
  readonly nodes?: readonly (readonly [string, string, number])[] | 'as it was'
}

/** Loads the CPU in place of whatever is asked for, and has it act as planted; the CPU itself stays true. */
function planted({ outputs = (true_) => true_, nodes = OPERATORS }: Planted): typeof loadModel {
  return async (of, needs) => {
    const model = await loadModel(of, { ...needs, provider: 'cpu' })
    if (needs.provider === 'cpu') return model
    let film = 0
    const session: Session = {
      ...model.session,
      provider: needs.provider,
      run: async (...given) => outputs(await model.session.run(...given), film++),
      endProfile: () => {
        if (nodes === 'as it was') model.session.endProfile()
        else writeProfile(needs.profile!, nodes)
      },
    }
    return { ...model, session }
  }
}

const parts = () => ({ threads: 1, folder: mkdtempSync(join(folder, 'profiles-')) })

const trial = (plant: Planted, mostMs = 60_000) =>
  tryProvider(pack, 'webgpu', { ...parts(), load: planted(plant), known: async () => true, mostMs })

function changed(outputs: Outputs, name: string, change: (data: Float32Array) => Float32Array): Outputs {
  const output = outputs[name]!
  return { ...outputs, [name]: { ...output, data: change(output.data) } }
}

test('a provider that gives the stored figures and ran the nodes itself is accepted', async () => {
  const { outcome, worst, share, milliseconds, reason } = await trial({})
  assert.equal(outcome, 'accepted', reason)
  assert.ok(worst!.probability < 1e-6 && worst!.correlation > 0.999999)
  assert.equal(share, 900 / 910)
  assert.ok(milliseconds!.provider > 0 && milliseconds!.cpu > 0)
})

test('probabilities 0.002 off on one film of four are told, with the number', async () => {
  const off = (p: Float32Array) => p.map((value, i) => value + [0.002, -0.002, 0][i]!)
  const { outcome, worst, reason } = await trial({
    outputs: (outputs, film) => (film === 2 ? changed(outputs, 'probabilities', off) : outputs),
  })
  assert.equal(outcome, 'disagrees')
  assert.ok(Math.abs(worst!.probability - 0.002) < 1e-6)
  assert.match(reason, /^WebGPU gave other figures .* differ by up to 0\.0020/)
})

test('probabilities 0.0005 off are within what is allowed', async () => {
  const off = (p: Float32Array) => p.map((value) => value + 0.0005)
  const { outcome } = await trial({ outputs: (outputs) => changed(outputs, 'probabilities', off) })
  assert.equal(outcome, 'accepted')
})

test('heat maps that are turned over are told, though every probability is right', async () => {
  const turned = (map: Float32Array) => map.toReversed()
  const { outcome, worst } = await trial({ outputs: (outputs) => changed(outputs, 'gradcam', turned) })
  assert.equal(outcome, 'disagrees')
  assert.ok(worst!.correlation < 0.999)
})

test('a probability that is no number is a wrong one', async () => {
  const { outcome, worst } = await trial({
    outputs: (outputs) => changed(outputs, 'probabilities', (p) => p.fill(Number.NaN)),
  })
  assert.deepEqual([outcome, worst!.probability], ['disagrees', 1])
})

test('a silent fallback to the CPU is seen in the real profile, though every figure is right', async () => {
  const { outcome, share, reason } = await trial({ nodes: 'as it was' })
  assert.deepEqual([outcome, share], ['fell-back', 0])
  assert.match(reason, /^WebGPU ran only 0\.0 % of the work itself; elsewhere ran [A-Z]/)
})

test('a convolution left to the CPU is a fallback', async () => {
  const { outcome, reason } = await trial({
    nodes: [
      ['WebGpuExecutionProvider', 'Relu', 800],
      ['CPUExecutionProvider', 'Conv', 200],
    ],
  })
  assert.equal(outcome, 'fell-back')
  assert.match(reason, /80\.0 % .* Conv\.$/)
})

test('a provider that gives out on the third film has failed', async () => {
  const { outcome, reason } = await trial({
    outputs: (outputs, film) => {
      if (film < 2) return outputs
      throw new HilumError('INFER_FAILED', 'The model “tiny” could not be run (device lost).')
    },
  })
  assert.deepEqual([outcome, reason], ['failed', 'The model “tiny” could not be run (device lost).'])
})

test('a provider that is too slow is stopped and says after how many films', async () => {
  const slowly = async (outputs: Outputs) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    return outputs
  }
  const { outcome, reason } = await trial({ outputs: slowly }, 20)
  assert.equal(outcome, 'slow')
  assert.match(reason, new RegExp(`after 1 of ${GOLDEN_FILMS} golden films`))
})

test('a provider that the runtime was not built with is not left to its silent fallback', async () => {
  // The real runtime: no build of it has DirectML and CoreML both.
  const here = process.platform === 'win32' ? 'coreml' : 'directml'
  const { outcome, reason } = await tryProvider(pack, here, parts())
  assert.equal(outcome, 'failed')
  assert.match(reason, /^This build of ONNX Runtime has no (CoreML|DirectML)\.$/)
})

test('a model without golden films has nothing to be tried with', async () => {
  rmSync(join(pack.folder, 'golden.json'))
  const { outcome, reason } = await trial({})
  assert.equal(outcome, 'failed')
  assert.match(reason, /no golden films/)
  pack = await goldenPack(join(folder, 'tiny'))
})

for (const count of [GOLDEN_FILMS, 1]) {
  test(`the CPU itself is tried the same way, with golden films to the number of ${count}`, async () => {
    const of = await goldenPack(join(folder, `cpu-${count}`), count)
    const { outcome, share, milliseconds } = await tryProvider(of, 'cpu', parts())
    assert.deepEqual([outcome, share], ['accepted', 1])
    assert.ok(milliseconds!.provider > 0)
  })
}
