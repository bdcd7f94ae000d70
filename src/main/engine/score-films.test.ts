import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ErrorCode } from '../../shared/errors.ts'
import { Engine } from './client.ts'
import type { EngineProcess } from './engine-process.ts'
import type { Call } from './protocol.ts'
import { scoreFilms, type ScoreOutcome } from './score-films.ts'

const SCORED = { ok: true, value: { status: 'scored', film: { frames: 1 } } }

/** An engine whose process answers when it is told to, in the order of its calls. */
function engineOnDemand() {
  const asked: string[] = []
  const open: Call[] = []
  let reply: (message: unknown) => void = () => undefined
  const start = (): EngineProcess => ({
    post: (message) => {
      const call = message as Call<'analyse'>
      asked.push(call.input.path)
      open.push(call)
    },
    onMessage: (listener) => (reply = listener),
    onExit: () => undefined,
    kill: () => undefined,
  })
  const answer = async (message: object = SCORED) => {
    reply({ id: open.shift()!.id, ...message })
    await new Promise(setImmediate)
  }
  return { engine: new Engine({ start }), asked, answer }
}

const films = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ path: `${i}.png`, name: `${i}.png` }))

test('an engine knows its next film while it works on one', async () => {
  const { engine, asked, answer } = engineOnDemand()
  const done: number[] = []
  const all = scoreFilms(films(4), [engine], { onOutcome: ({ index }) => done.push(index) })
  assert.deepEqual(asked, ['0.png', '1.png'])
  await answer()
  assert.deepEqual(asked, ['0.png', '1.png', '2.png'])
  for (let i = 1; i < 4; i++) await answer()
  await all
  assert.deepEqual(done, [0, 1, 2, 3])
})

test('the last films wait for whichever engine is free, not behind a slow one', async () => {
  const [slow, quick] = [engineOnDemand(), engineOnDemand()]
  const all = scoreFilms(films(5), [slow.engine, quick.engine], { onOutcome: () => undefined })
  assert.deepEqual([slow.asked, quick.asked], [['0.png', '2.png'], ['1.png']])
  await quick.answer()
  await quick.answer()
  assert.deepEqual(quick.asked, ['1.png', '3.png', '4.png'])
  await quick.answer()
  await slow.answer()
  await slow.answer()
  await all
})

test('a stop ends with the films that the engines have', async () => {
  const { engine, asked, answer } = engineOnDemand()
  const stop = new AbortController()
  const outcomes: ScoreOutcome[] = []
  const onOutcome = (outcome: ScoreOutcome) => void outcomes.push(outcome)
  const all = scoreFilms(films(9), [engine], { onOutcome, signal: stop.signal })
  stop.abort()
  await answer()
  await answer()
  await all
  assert.deepEqual(asked, ['0.png', '1.png'])
  assert.equal(outcomes.length, 2)
})

const ofThree = (status: string, code = '') => ({
  ok: true,
  value: { status, film: { frames: 3 }, reasons: [{ code, message: '' }] },
})
const failed = (code: ErrorCode) => ({ ok: false, code, message: '' })

// what is said of the frames in turn, how many are asked for
const frames: readonly (readonly [string, readonly object[], number])[] = [
  ['sound frames', [ofThree('scored'), ofThree('scored'), ofThree('scored')], 3],
  ['a blank frame', [ofThree('refused', 'GATE_BLANK'), ofThree('scored'), ofThree('scored')], 3],
  ['a frame without lungs', [ofThree('scored'), ofThree('refused', 'GATE_NO_LUNGS'), ofThree('scored')], 3],
  ['a damaged frame', [ofThree('scored'), failed('DECODE_DAMAGED'), ofThree('scored')], 3],
  ['a frame that takes too long', [ofThree('scored'), failed('ENGINE_TIMEOUT'), ofThree('scored')], 3],
  ['a damaged first frame, without which nobody knows how many there are', [failed('DECODE_DAMAGED')], 1],
  ['a hand', [ofThree('refused', 'GATE_NOT_CHEST')], 1],
  ['pictures that are too small', [ofThree('refused', 'GATE_TOO_SMALL')], 1],
  ['a file that is gone meanwhile', [ofThree('scored'), failed('READ_NOT_FOUND')], 2],
  ['an engine that is closed', [ofThree('scored'), failed('CANCELLED')], 2],
]
for (const [what, answers, count] of frames) {
  test(`of a film of three frames with ${what}, ${count} ${count === 1 ? 'is' : 'are'} told of`, async () => {
    const { engine, answer } = engineOnDemand()
    const told: number[] = []
    const all = scoreFilms(films(1), [engine], { onOutcome: ({ frame }) => told.push(frame) })
    for (const message of answers) await answer(message)
    await all
    assert.deepEqual(told, [0, 1, 2].slice(0, count))
  })
}
