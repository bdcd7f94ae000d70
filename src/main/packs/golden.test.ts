// Every model that is shipped, on this machine's CPU, against what PyTorch gave when it was made.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { createSession, type Session } from '../adapters/onnxruntime.ts'
import { places } from '../places.ts'
import { goldenInputs } from './golden-inputs.ts'
import { keptOf, readGolden, type Golden } from './golden.ts'

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url))
const folders = [places.models, fixtures].flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(folder, entry.name)).includes('model.onnx'))
    .map(({ name }) => join(folder, name)),
)
const cardSchema = z.object({ id: z.string(), input: z.object({ width: z.int(), height: z.int() }) })

for (const folder of folders) {
  const { id, input } = cardSchema.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')))

  suite(`the model “${id}” on the CPU`, () => {
    let session: Session
    let golden: Golden
    let inputs: readonly Float32Array[]
    before(async () => {
      golden = (await readGolden(folder))!
      inputs = goldenInputs(golden, input.width, input.height)
      const model = readFileSync(join(folder, 'model.onnx'))
      session = await createSession(model, id, { threads: 1, provider: 'cpu' })
    })
    after(() => session.release())

    for (let k = 0; k < 16; k++) {
      test(`gives the stored figures for golden film ${k}`, async () => {
        const film = golden.films[k]
        assert.ok(film?.k === k)
        const outputs = await session.run('image', inputs[k]!, [1, 1, input.height, input.width])
        assert.deepEqual(Object.keys(film.outputs).toSorted(), Object.keys(outputs).toSorted())
        for (const [name, { data, dims }] of Object.entries(outputs)) {
          const got = keptOf(data, dims, golden.every)
          const worst = worstDifference(got, film.outputs[name]!)
          assert.ok(worst <= golden.tolerance, `${name} differs by ${worst}`)
        }
      })
    }
  })
}

function worstDifference(got: Float32Array, wanted: Float32Array): number {
  assert.equal(got.length, wanted.length)
  return got.reduce((worst, value, i) => Math.max(worst, Math.abs(value - wanted[i]!)), 0)
}

test('at least two shipped models and the one of the tests were tried', () => {
  assert.ok(folders.length >= 3, folders.join(', '))
})

test('of an output every second row and column of each plane is kept', () => {
  // Two planes of 3 x 3, counted through.
  const data = Float32Array.from({ length: 18 }, (_, i) => i)
  assert.deepEqual([...keptOf(data, [1, 2, 3, 3], 2)], [0, 2, 6, 8, 9, 11, 15, 17])
})

const noFilms = { filmsSha256: undefined, tolerance: 1e-4, every: 1, films: [{ k: 0, outputs: {} }] }

test('the middle of film 0 is what its formula gives by hand', () => {
  // One pixel: u = v = 0.5, so lung(0.3) = lung(0.7) = exp(-0.04 / 0.02) = 0.1353353, blob = exp(-0.18 / 0.004) = 0,
  // wave = sin(2 pi * 4) = 0: 0.75 - 0.1353353.
  assert.ok(Math.abs(goldenInputs(noFilms, 1, 1)[0]![0]! - 0.6146647) < 1e-6)
})

test('golden films that this version does not make are told, since nothing can be compared with them', () => {
  assert.throws(() => goldenInputs({ ...noFilms, filmsSha256: 'f'.repeat(64) }, 64, 64), {
    code: 'PACK_MODEL_UNFIT',
    message: /are not those that this Hilum makes .* golden\.json says ffffffffffff/,
  })
})

const goldenOf = (...films: object[]) => {
  const about = { schema: 'hilum/golden@1', formula: 'as here', tolerance: 1e-4 }
  return JSON.stringify({ ...about, films: films.map((film, k) => ({ sample: `film-${k}`, k, ...film })) })
}
const damaged: readonly (readonly [name: string, text: string])[] = [
  ['of another schema', '{"schema":"hilum/golden@2"}'],
  ['that are none', goldenOf()],
  ['of which one has no probabilities', goldenOf({ probabilities: [0.5, 0.5] }, { gradcam: [[1]] })],
]

for (const [name, text] of damaged) {
  test(`golden films ${name} are told`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hilum-golden-'))
    await writeFile(join(folder, 'golden.json'), text)
    const told = { code: 'PACK_CARD_INVALID', message: /golden\.json can’t be read/ }
    await assert.rejects(readGolden(folder), told)
    await rm(folder, { recursive: true })
  })
}

test('a pack without golden films has none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-golden-'))
  assert.equal(await readGolden(folder), undefined)
  await rm(folder, { recursive: true })
})
