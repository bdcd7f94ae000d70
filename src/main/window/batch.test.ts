import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import type { FilmId } from '../../shared/units.ts'
import type { BatchState } from '../../shared/window-data.ts'
import { DroppedProviders } from '../engine/dropped-providers.ts'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { Call, CheckedPacks, LoadInput } from '../engine/protocol.ts'
import { FilmStore } from '../store/films.ts'
import { modelKey } from '../store/model-key.ts'
import { Batch } from './batch.ts'

const REFUSED = {
  status: 'refused',
  film: { frames: 1 },
  reasons: [{ code: 'GATE_BLANK', message: 'It is blank.' }],
}
const packs = (model: string): CheckedPacks => ({
  pack: { folder: `models/${model}`, card: cardFixture({ sha256: model }) },
  lungs: null,
})

/** Under which the store keeps what the model said. */
const key = (model: string) => modelKey(packs(model).pack.card)

/** Engines that load at once and refuse each film when they are told to. */
function engines() {
  const models: string[] = []
  const answers: (() => void)[] = []
  let running = 0
  const start = (): EngineProcess => {
    running++
    let reply: (message: unknown) => void = () => undefined
    return {
      post: (message) => {
        const { id, method, input } = message as Call
        if (method === 'load') models.push((input as LoadInput).pack.folder)
        const value = method === 'load' ? { provider: 'cpu' } : REFUSED
        const answer = () => reply({ id, ok: true, value })
        if (method === 'load') setImmediate(answer)
        else answers.push(answer)
      },
      onMessage: (listener) => (reply = listener),
      onExit: () => undefined,
      kill: () => void running--,
    }
  }
  return {
    start,
    models,
    asked: () => answers.length,
    answer: () => answers.shift()?.(),
    left: () => running,
  }
}

/** Each round lets all that can go on go on. */
async function until(what: () => boolean): Promise<void> {
  for (let rounds = 0; !what(); rounds++) {
    assert.ok(rounds < 10_000, 'it never came')
    await new Promise(setImmediate)
  }
}

function deskOf(films: number) {
  const store = new FilmStore()
  store.add(
    Array.from({ length: films }, (_, i) => ({ path: `/none/${i}.dcm`, name: `${i}.dcm`, stamp: null })),
  )
  const told: BatchState[] = []
  const states: { model: string; id: FilmId; kind: string }[] = []
  const engine = engines()
  const batch = new Batch({
    start: engine.start,
    dropped: new DroppedProviders(),
    films: store,
    tellBatch: (state) => told.push(state),
    tellStates: (model, ids) =>
      states.push(...ids.map((id) => ({ model, id, kind: store.state(model, id).kind }))),
  })
  const finish = async (run: Promise<void>) => {
    let ended = false
    void run.finally(() => (ended = true))
    await until(() => {
      engine.answer()
      return ended
    })
  }
  return { store, batch, told, states, engine, finish, last: () => told.at(-1)! }
}

describe('scoring a list', () => {
  test('goes through all films, once, and tells of each', async () => {
    const { batch, states, engine, finish, last } = deskOf(3)
    await finish(batch.start(packs('one'), 'cpu'))
    const { running, done, total, refused } = last()
    assert.deepEqual({ running, done, total, refused }, { running: false, done: 3, total: 3, refused: 3 })
    assert.deepEqual(
      states.map(({ kind }) => kind),
      ['refused', 'refused', 'refused'],
    )
    assert.equal(engine.left(), 0)
  })

  test('tries again what failed, and leaves alone what was scored or refused', async () => {
    const { batch, store, states, finish, last } = deskOf(2)
    const [one, two] = store.all()
    const failure = { ok: false, code: 'READ_FAILED', message: 'The share is gone.' } as const
    store.record(key('one'), one!.id, 0, failure)
    await finish(batch.start(packs('one'), 'cpu'))
    assert.deepEqual(
      states.map(({ id, kind }) => [id, kind]),
      [
        [one!.id, 'refused'],
        [two!.id, 'refused'],
      ],
    )
    await finish(batch.start(packs('one'), 'cpu'))
    assert.deepEqual([last().total, states.length], [0, 2])
  })

  test('tells how many that failed before are still to be tried again', async () => {
    const { batch, store, told, finish } = deskOf(4)
    const failure = { ok: false, code: 'READ_FAILED', message: 'The share is gone.' } as const
    for (const { id } of store.all().slice(2)) store.record(key('one'), id, 0, failure)
    await finish(batch.start(packs('one'), 'cpu'))
    assert.deepEqual([told[0]!.again, told.at(-1)!.again], [2, 0])
  })

  test('while it runs, another start changes nothing', async () => {
    const { batch, engine, finish } = deskOf(3)
    const first = batch.start(packs('one'), 'cpu')
    await until(() => engine.asked() === 2)
    await batch.start(packs('two'), 'cpu')
    await finish(first)
    assert.deepEqual(engine.models, ['models/one'])
  })
})

describe('forgetting a run', () => {
  test('gives back how far it was, where that broke it off', async () => {
    const { batch, engine, finish, last } = deskOf(4)
    const run = batch.start(packs('one'), 'cpu')
    await until(() => engine.asked() === 2)
    engine.answer()
    await until(() => engine.asked() === 2)
    const { done, total } = batch.forget()!
    assert.deepEqual([done, total, last().running, last().total], [1, 4, false, 0])
    await finish(run)
    assert.equal(batch.forget(), undefined)
  })

  test('gives back nothing where the reader had stopped it', async () => {
    const { batch, engine, finish } = deskOf(4)
    const run = batch.start(packs('one'), 'cpu')
    await until(() => engine.asked() === 2)
    batch.stop()
    assert.equal(batch.forget(), undefined)
    await finish(run)
  })
})

describe('a list that is cleared while it is scored, and brought back', () => {
  for (const [when, restoresFirst] of [
    ['before the films under way are done', true],
    ['after', false],
  ] as const) {
    test(`${when}, has what came of them, and the window is told`, async () => {
      const { batch, store, engine, finish, states, last } = deskOf(4)
      const run = batch.start(packs('one'), 'cpu')
      await until(() => engine.asked() === 2)
      batch.forget()
      store.clear()
      if (restoresFirst) store.restore()
      await finish(run)
      if (!restoresFirst) store.restore()
      const scored = store.entries(key('one')).filter(({ state }) => state.kind === 'refused')
      assert.equal(scored.length, 2)
      if (restoresFirst) {
        assert.deepEqual(new Set(states.map(({ id }) => id)), new Set(scored.map(({ id }) => id)))
        assert.deepEqual(
          states.map(({ kind }) => kind),
          ['refused', 'refused'],
        )
      }
      // For the reader that run is over.
      assert.deepEqual([last().running, last().done], [false, 0])
    })
  }
})

describe('a start after a stop', () => {
  test('is told at once, and scores the rest when the films under way are done', async () => {
    const { batch, store, engine, finish, told, last } = deskOf(4)
    const first = batch.start(packs('one'), 'cpu')
    await until(() => engine.asked() === 2)
    batch.stop()
    assert.equal(last().running, false)
    const second = batch.start(packs('one'), 'cpu')
    assert.deepEqual([last().running, last().done], [true, 0])
    await finish(Promise.all([first, second]).then(() => undefined))
    assert.equal(engine.left(), 0)
    assert.deepEqual(
      store.entries(key('one')).map(({ state }) => state.kind),
      ['refused', 'refused', 'refused', 'refused'],
    )
    // Two were under way; nothing is scored twice.
    assert.deepEqual([last().running, last().done, last().total], [false, 2, 2])
    assert.equal(told.filter(({ refused }) => refused > 2).length, 0)
  })

  test('with another model scores all films by that one', async () => {
    const { batch, store, engine, finish, states } = deskOf(3)
    const first = batch.start(packs('one'), 'cpu')
    await until(() => engine.asked() === 2)
    batch.forget()
    const second = batch.start(packs('two'), 'cpu')
    await finish(first)
    await finish(second)
    assert.deepEqual(engine.models, ['models/one', 'models/two'])
    assert.deepEqual(
      states.map(({ model }) => model),
      ['one', 'one', 'two', 'two', 'two'].map(key),
    )
    assert.deepEqual(
      store.entries(key('two')).map(({ state }) => state.kind),
      ['refused', 'refused', 'refused'],
    )
  })

  test('can itself be stopped while it waits', async () => {
    const { batch, engine, finish, last } = deskOf(3)
    const first = batch.start(packs('one'), 'cpu')
    await until(() => engine.asked() === 2)
    batch.stop()
    const second = batch.start(packs('two'), 'cpu')
    batch.stop()
    const third = batch.start(packs('three'), 'cpu')
    await finish(Promise.all([first, second, third]).then(() => undefined))
    assert.deepEqual(engine.models, ['models/one', 'models/three'])
    assert.deepEqual([last().running, last().done], [false, 3])
  })

  test('goes ahead where the run before it failed', async () => {
    const { batch, engine, finish, last } = deskOf(2)
    const { pack, lungs } = packs('one')
    const broken = {
      lungs,
      pack: {
        ...pack,
        get folder(): string {
          throw new Error('gone')
        },
      },
    }
    await assert.rejects(batch.start(broken, 'cpu'), /gone/)
    await finish(batch.start(packs('two'), 'cpu'))
    assert.deepEqual(engine.models, ['models/two'])
    assert.equal(last().done, 2)
  })
})
