import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { filmFixture } from './film.fixture.ts'
import { infer } from './infer.ts'
import type { Model } from './model.ts'

function modelGiving(probabilities: readonly number[]): Model {
  const data = Float32Array.from(probabilities)
  const run = () => Promise.resolve({ probabilities: { dims: [1, data.length], data } })
  const unused = { inputs: [], outputs: [], endProfile: () => undefined, release: () => Promise.resolve() }
  return { card: cardFixture(), session: { ...unused, provider: 'cpu', run } }
}

// The card has two labels.
const cases: readonly (readonly [gives: readonly number[], code: string | null, says: RegExp])[] = [
  [[0.25, 0.75], null, /./],
  [[1.0000001, -0.0000001], null, /./],
  [
    [2.5, -1.5],
    'PACK_MODEL_UNFIT',
    /gave 2\.500 for film\.dcm in “probabilities”, where a number from 0 to 1/,
  ],
  [[0.5, -0.002], 'PACK_MODEL_UNFIT', /gave -0\.002000 for film\.dcm/],
  [[0.5, NaN], 'INFER_FAILED', /gave no number for film\.dcm/],
  [[0.2, 0.3, 0.5], 'PACK_MODEL_UNFIT', /has 3 numbers where its card promises 2; film\.dcm was not scored/],
]

for (const [gives, code, message] of cases) {
  test(`a model that gives ${gives.join(' and ')} is ${code === null ? 'believed' : 'not'}`, async () => {
    const inferring = infer(filmFixture(), null, modelGiving(gives))
    if (code === null) assert.deepEqual((await inferring).probabilities, Float32Array.from(gives))
    else await assert.rejects(inferring, { code, message })
  })
}
