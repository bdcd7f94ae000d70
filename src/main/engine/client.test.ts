import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import type { EngineState } from '../../shared/window-data.ts'
import { Engine } from './client.ts'
import { DroppedProviders } from './dropped-providers.ts'
import type { EngineProcess } from './engine-process.ts'
import type { Call, LoadInput } from './protocol.ts'

/** A process that does one call after the other as told: `answer` gives the reply's value, 'die' or 'hang'. */
function fakeStart(answer: (call: Call, life: number) => unknown) {
  const log: string[] = []
  let lives = 0
  const start = (): EngineProcess => {
    const life = ++lives
    let exit: (lastWords?: string) => void = () => {}
    let reply: (message: unknown) => void = () => {}
    let alive = true
    let last = Promise.resolve()
    const work = async (call: Call) => {
      if (!alive) return
      log.push(`${life}:${call.method}`)
      const value = answer(call, life)
      if (value === 'hang') await new Promise(() => undefined)
      await new Promise(setImmediate)
      if (value === 'die' || value === 'burst') {
        alive = false
        exit(
          value === 'burst' ? 'FATAL ERROR: Reached heap limit - JavaScript heap out of memory' : undefined,
        )
      } else reply({ id: call.id, ok: true, value })
    }
    return {
      post: (message) => void (last = last.then(() => work(message as Call))),
      onMessage: (listener) => (reply = listener),
      onExit: (listener) => (exit = listener),
      kill: () => log.push(`${life}:killed`),
    }
  }
  return { start, log }
}

const source = { path: 'a.png', frame: 0 }
const MODEL: LoadInput = { pack: { folder: 'm', card: cardFixture() }, lungs: null, threads: 1 }

test('a film that kills the process once is scored by the next one, which loads the model first', async () => {
  const { start, log } = fakeStart(({ method }, life) => {
    if (method === 'load') return { provider: 'cpu' }
    return life === 1 ? 'die' : 'scored'
  })
  const engine = new Engine({ start })
  await engine.useModel(MODEL)
  assert.equal(await engine.call('analyse', source, 'a.png'), 'scored')
  assert.deepEqual(log, ['1:load', '1:analyse', '2:load', '2:analyse'])
})

test('a film that kills the process twice is given up by name, and the next film is scored', async () => {
  const { start } = fakeStart(({ input }) => ('path' in input && input.path === 'bad.png' ? 'die' : 'scored'))
  const engine = new Engine({ start })
  const bad = engine.call('analyse', { path: 'bad.png', frame: 0 }, 'bad.png')
  const good = engine.call('analyse', source, 'a.png')
  await assert.rejects(bad, { code: 'ENGINE_DIED', message: /^bad\.png ended the analysis process twice/ })
  assert.equal(await good, 'scored')
})

test('a film that needs too much memory is given up with that reason', async () => {
  const { start } = fakeStart(() => 'burst')
  const bad = new Engine({ start }).call('analyse', source, 'a.png')
  const message = /^a\.png ended the analysis process twice, which ran out of memory, and was given up/
  await assert.rejects(bad, { code: 'ENGINE_DIED', message })
})

test('films that were with a film that kills the process are scored, each alone', async () => {
  const path = (call: Call) => ('path' in call.input ? call.input.path : '')
  const { start, log } = fakeStart((call) => (path(call) === 'bad.png' ? 'die' : path(call)))
  const engine = new Engine({ start })
  const bad = engine.call('analyse', { path: 'bad.png', frame: 0 }, 'bad.png')
  const others = ['b.png', 'c.png'].map((name) => engine.call('analyse', { path: name, frame: 0 }, name))
  await assert.rejects(bad, { code: 'ENGINE_DIED', message: /^bad\.png/ })
  assert.deepEqual(await Promise.all(others), ['b.png', 'c.png'])
  assert.deepEqual(log, ['1:analyse', '2:analyse', '3:analyse', '3:analyse'])
})

test('the process knows the next call while it works on one, and no more', async () => {
  const posted: number[] = []
  const quiet: EngineProcess = {
    post: (message) => posted.push((message as Call).id),
    onMessage: () => undefined,
    onExit: () => undefined,
    kill: () => undefined,
  }
  const engine = new Engine({ start: () => quiet })
  const calls = ['a.png', 'b.png', 'c.png'].map((path) => engine.call('analyse', { path, frame: 0 }, path))
  assert.deepEqual(posted, [1, 2])
  engine.close()
  for (const call of calls) await assert.rejects(call, { code: 'CANCELLED' })
})

test('a film that hangs is ended at the limit without a second try, and the next film is scored', async () => {
  const { start, log } = fakeStart(({ input }) =>
    'path' in input && input.path === 'slow.png' ? 'hang' : 'scored',
  )
  const engine = new Engine({ start, limitMs: 30 })
  const slow = engine.call('analyse', { path: 'slow.png', frame: 0 }, 'slow.png')
  const good = engine.call('analyse', source, 'a.png')
  await assert.rejects(slow, { code: 'ENGINE_TIMEOUT', message: /^slow\.png took longer than/ })
  assert.equal(await good, 'scored')
  assert.deepEqual(log, ['1:analyse', '1:killed', '2:analyse'])
})

test('a film that hangs behind another that is done is ended at the limit too', async () => {
  const { start, log } = fakeStart(({ input }) =>
    'path' in input && input.path === 'slow.png' ? 'hang' : 'scored',
  )
  const engine = new Engine({ start, limitMs: 30 })
  const names = ['a.png', 'slow.png', 'b.png']
  const [first, slow, last] = names.map((path) => engine.call('analyse', { path, frame: 0 }, path))
  assert.equal(await first, 'scored')
  await assert.rejects(slow!, { code: 'ENGINE_TIMEOUT', message: /^slow\.png took longer than/ })
  assert.equal(await last, 'scored')
  assert.deepEqual(log, ['1:analyse', '1:analyse', '1:killed', '2:analyse'])
})

test('a model that kills every process it is loaded in is not loaded for ever', async () => {
  const { start, log } = fakeStart(({ method }) => (method === 'load' ? 'die' : 'shown'))
  const states: EngineState['status'][] = []
  const engine = new Engine({ start, onState: ({ status }) => states.push(status) })
  await assert.rejects(engine.useModel(MODEL), { code: 'ENGINE_DIED' })
  assert.equal(await engine.call('open', source, 'a.png'), 'shown')
  assert.deepEqual(log, ['1:load', '2:load', '3:open'])
  assert.equal(states.includes('failed'), true)
})

test('a model that hangs while it is loaded is not loaded for ever either', async () => {
  const { start, log } = fakeStart(({ method }) => (method === 'load' ? 'hang' : 'shown'))
  const engine = new Engine({ start, limitMs: 30 })
  await assert.rejects(engine.useModel(MODEL), { code: 'ENGINE_TIMEOUT', message: /^The model took longer/ })
  assert.equal(await engine.call('open', source, 'a.png'), 'shown')
  assert.deepEqual(log, ['1:load', '1:killed', '2:open'])
  engine.close()
})

test('without a model a process that ended is no news of the model', async () => {
  const { start } = fakeStart((_call, life) => (life === 1 ? 'die' : 'shown'))
  const states: EngineState[] = []
  const engine = new Engine({ start, onState: (state) => states.push(state) })
  assert.equal(await engine.call('open', source, 'a.png'), 'shown')
  assert.deepEqual(states, [])
})

test('closing rejects what is left as cancelled', async () => {
  const { start } = fakeStart(() => 'hang')
  const engine = new Engine({ start })
  const left = [engine.call('open', source, 'a.png'), engine.call('open', source, 'b.png')]
  engine.close()
  for (const call of left) await assert.rejects(call, { code: 'CANCELLED' })
  await assert.rejects(engine.call('open', source, 'late.png'), { code: 'CANCELLED' })
})

test('a film that ends the process on a provider is scored on the CPU by the next one, which is told why', async () => {
  const inputs: unknown[] = []
  const { start } = fakeStart(({ method, input }, life) => {
    if (method !== 'load') return life === 1 ? 'die' : 'scored'
    inputs.push(input)
    return { provider: life === 1 ? 'cuda' : 'cpu', reason: `life ${life}` }
  })
  const states: string[] = []
  const onState = ({ status, provider, reason }: EngineState) =>
    void states.push([status, provider, reason].join(' '))
  const engine = new Engine({ start, onState })
  await engine.useModel({ ...MODEL, provider: 'cuda' })
  assert.equal(await engine.call('analyse', source, 'a.png'), 'scored')
  const dropped = (inputs[1] as { dropped: string }).dropped
  assert.match(dropped, /^While a\.png was scored on CUDA, the analysis process ended/)
  assert.deepEqual(inputs[1], { ...MODEL, provider: 'cpu', reason: 'life 1', dropped })
  assert.deepEqual(states, ['starting  ', 'ready cuda life 1', 'restarting  ', 'ready cpu life 2'])
})

/** Where engines of one program load the model; each process loads it where it is told to. */
function program(answer: (call: Call, life: number) => unknown) {
  const dropped = new DroppedProviders()
  const engine = () => {
    const loads: string[] = []
    const states: string[] = []
    const { start } = fakeStart((call, life) => {
      if (call.method !== 'load') return answer(call, life)
      const { provider = 'cpu' } = call.input as LoadInput
      loads.push(provider)
      return { provider }
    })
    const onState = ({ provider }: EngineState) => void states.push(provider)
    return { engine: new Engine({ start, onState, dropped, limitMs: 200 }), loads, states }
  }
  return { engine, dropped }
}

const ON_CUDA = { ...MODEL, provider: 'cuda' } as const
const SCORED_HERE = { status: 'scored', provider: 'cuda', warnings: [] } as const
const SCORED_ON_CPU = { status: 'scored', provider: 'cpu', warnings: [] } as const
const isBad = ({ input }: Call) => 'path' in input && input.path === 'bad.png'

// how a provider gives out, and what the process does at the film that it gives out at
const ends: readonly (readonly [string, unknown])[] = [
  ['ends the process', 'die'],
  ['hangs', 'hang'],
  ['is left within the process', SCORED_ON_CPU],
]
for (const [how, end] of ends) {
  test(`a provider that ${how} in one engine is left by all engines of the program`, async () => {
    const { engine } = program((call, life) =>
      isBad(call) ? (life === 1 ? end : SCORED_ON_CPU) : SCORED_HERE,
    )
    const [one, other] = [engine(), engine()]
    await Promise.all([one, other].map((each) => each.engine.useModel(ON_CUDA)))
    await other.engine.call('analyse', source, 'a.png')
    await one.engine.call('analyse', { path: 'bad.png', frame: 0 }, 'bad.png')
    await other.engine.call('open', source, 'a.png')
    assert.deepEqual([other.loads, other.states.at(-1)], [['cuda', 'cpu'], 'cpu'])
    const later = engine()
    await later.engine.useModel(ON_CUDA)
    await later.engine.useModel({ ...ON_CUDA, pack: { folder: 'n', card: cardFixture({ sha256: 'n' }) } })
    assert.deepEqual(later.loads, ['cpu', 'cuda'])
    for (const each of [one, other, later]) each.engine.close()
  })
}

test('a model that waits to be loaded where another engine just left is loaded on the CPU, once', async () => {
  const { engine, dropped } = program(() => SCORED_ON_CPU)
  const { engine: late, loads } = engine()
  const films = ['a.png', 'b.png'].map((path) => late.call('open', { path, frame: 0 }, path))
  const loaded = late.useModel(ON_CUDA)
  dropped.add({ model: MODEL.pack.card.sha256, provider: 'cuda' })
  assert.deepEqual(await loaded, { provider: 'cpu' })
  await Promise.all(films)
  assert.deepEqual(loads, ['cpu'])
})

test('a film that hangs on a provider which another engine left meanwhile is tried on the CPU too', async () => {
  const { engine, dropped } = program((_call, life) => (life === 1 ? 'hang' : SCORED_ON_CPU))
  const { engine: slow, loads } = engine()
  await slow.useModel(ON_CUDA)
  const film = slow.call('analyse', source, 'a.png')
  dropped.add({ model: MODEL.pack.card.sha256, provider: 'cuda' })
  assert.equal(await film, SCORED_ON_CPU)
  assert.deepEqual(loads, ['cuda', 'cpu'])
  slow.close()
})

test('an engine that was closed loads nothing more', async () => {
  const { engine, dropped } = program(() => SCORED_HERE)
  const { engine: closed, loads } = engine()
  await closed.useModel(ON_CUDA)
  closed.close()
  dropped.add({ model: MODEL.pack.card.sha256, provider: 'cuda' })
  await new Promise(setImmediate)
  assert.deepEqual(loads, ['cuda'])
})

for (const fate of ['die', 'hang'] as const) {
  test(`a film whose occlusion makes the process ${fate} on a provider is explained on the CPU`, async () => {
    const inputs: unknown[] = []
    const explained = { maps: [], provider: 'cpu', warnings: [] }
    const { start } = fakeStart(({ method, input }, life) => {
      if (method !== 'load') return life === 1 ? fate : explained
      inputs.push(input)
      return { provider: life === 1 ? 'cuda' : 'cpu' }
    })
    const engine = new Engine({ start, limitMs: 30 })
    await engine.useModel(ON_CUDA)
    assert.equal(await engine.call('occlude', source, 'a.png'), explained)
    const { provider, dropped } = inputs[1] as LoadInput
    assert.equal(provider, 'cpu')
    assert.match(dropped ?? '', /^While a\.png was scored on CUDA/)
    engine.close()
  })
}

test('a film that hangs on a provider is tried once more on the CPU', async () => {
  const { start, log } = fakeStart(({ method }, life) => {
    if (method === 'load') return { provider: life === 1 ? 'cuda' : 'cpu' }
    return life === 1 ? 'hang' : 'scored'
  })
  const engine = new Engine({ start, limitMs: 30 })
  await engine.useModel({ ...MODEL, provider: 'cuda' })
  assert.equal(await engine.call('analyse', source, 'a.png'), 'scored')
  assert.deepEqual(log, ['1:load', '1:analyse', '1:killed', '2:load', '2:analyse'])
})

test('a model that ends the process on a provider is loaded on the CPU', async () => {
  const inputs: LoadInput[] = []
  const { start } = fakeStart(({ input }, life) => {
    inputs.push(input as LoadInput)
    return life === 1 ? 'die' : { provider: 'cpu' }
  })
  const engine = new Engine({ start })
  assert.deepEqual(await engine.useModel({ ...MODEL, provider: 'cuda' }), { provider: 'cpu' })
  assert.match(inputs[1]?.dropped ?? '', /^While the model was loaded on CUDA, the analysis process ended/)
})

test('a provider that the model could not be loaded on is not taken up again by the next process', async () => {
  const loads: unknown[] = []
  const { start } = fakeStart(({ method, input }, life) => {
    if (method !== 'load') return life === 1 ? 'die' : 'scored'
    loads.push((input as LoadInput).provider)
    return { provider: 'cpu' }
  })
  const engine = new Engine({ start })
  await engine.useModel({ ...MODEL, provider: 'cuda' })
  await engine.call('open', source, 'a.png')
  assert.deepEqual(loads, ['cuda', 'cpu'])
})

test('a provider that gave out within the process is not taken up again by the next one', async () => {
  const loads: unknown[] = []
  const { start } = fakeStart(({ method, input }, life) => {
    if (method === 'load') loads.push((input as { provider: string }).provider)
    if (method === 'load') return { provider: life === 1 ? 'cuda' : 'cpu', reason: 'As proven.' }
    const warnings = [{ code: 'ENGINE_PROVIDER_DROPPED', message: 'It was left.' }]
    return method === 'open' ? 'die' : { status: 'scored', provider: 'cpu', warnings }
  })
  const states: string[] = []
  const engine = new Engine({
    start,
    onState: ({ provider, reason }) => void states.push(`${provider}: ${reason}`),
  })
  await engine.useModel({ ...MODEL, provider: 'cuda' })
  await engine.call('analyse', source, 'a.png')
  assert.deepEqual(states, [': ', 'cuda: As proven.', 'cpu: It was left.'])
  await assert.rejects(engine.call('open', source, 'a.png'), { code: 'ENGINE_DIED' })
  await engine.call('analyse', source, 'a.png')
  assert.deepEqual(loads, ['cuda', 'cpu', 'cpu'])
})

test('why the model runs where it does can be told later, and holds when the process is started afresh', async () => {
  const reasons: unknown[] = []
  const { start } = fakeStart(({ method, input }, life) => {
    if (method !== 'load') return life === 1 ? 'die' : 'shown'
    reasons.push((input as LoadInput).reason)
    return { provider: 'cpu', reason: (input as LoadInput).reason }
  })
  const states: string[] = []
  const onState = ({ status, reason }: EngineState) => void states.push(`${status}: ${reason}`)
  const engine = new Engine({ start, onState })
  engine.explain('Nothing is loaded yet.')
  await engine.useModel({ ...MODEL, provider: 'cpu', reason: 'For now.' })
  engine.explain('As tried.')
  await engine.call('open', source, 'a.png')
  assert.deepEqual(reasons, ['For now.', 'As tried.'])
  assert.deepEqual(states, [
    'starting: ',
    'ready: For now.',
    'ready: As tried.',
    'restarting: ',
    'ready: As tried.',
  ])
})

test('a process that was started ahead is the one that works, and is replaced if it ended meanwhile', async () => {
  const { start, log } = fakeStart(() => 'scored')
  let started = 0
  let end = () => {}
  const engine = new Engine({
    start: () => {
      started++
      const child = start()
      return { ...child, onExit: (listener) => child.onExit((end = listener)) }
    },
  })
  engine.start()
  engine.start()
  assert.equal(started, 1)
  await engine.call('analyse', source, 'a.png')
  assert.deepEqual(log, ['1:analyse'])
  end()
  engine.start()
  assert.equal(started, 2)
  await engine.call('analyse', source, 'a.png')
  assert.deepEqual(log, ['1:analyse', '2:analyse'])
  engine.close()
})
