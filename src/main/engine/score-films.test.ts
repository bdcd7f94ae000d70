import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Engine } from './client.ts'
import type { EngineProcess } from './engine-process.ts'
import type { Call } from './protocol.ts'
import { scoreFilms, type ScoreOutcome } from './score-films.ts'

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
  const answer = async () => {
    reply({ id: open.shift()!.id, ok: true, value: { status: 'scored', film: { frames: 1 } } })
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
