import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test, type TestContext } from 'node:test'
import type { Card } from '../../shared/card.ts'
import type { FilmEntry } from '../../shared/window-data.ts'
import type { EngineProcess } from '../engine/engine-process.ts'
import type { Call } from '../engine/protocol.ts'
import { places } from '../places.ts'
import { Desk } from './desk.ts'

const fixtures = dirname(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url)))
/** A process that loads any model, or one that ends at each call; as analysis of a film it gives the bytes of its file. */
const processThat = (fate: 'loads' | 'ends') => (): EngineProcess => {
  let reply: (message: unknown) => void = () => undefined
  let exit: () => void = () => undefined
  let model: Card | undefined
  return {
    post: (message) => {
      const { id, method, input } = message as Call
      if (method === 'load') model = (input as Call<'load'>['input']).pack.card
      const value =
        method === 'analyse'
          ? analysisOf((input as Call<'analyse'>['input']).path, model!)
          : { provider: 'cpu' }
      setImmediate(() => (fate === 'ends' ? exit() : reply({ id, ok: true, value })))
    },
    onMessage: (listener) => (reply = listener),
    onExit: (listener) => (exit = listener),
    kill: () => undefined,
  }
}

function analysisOf(path: string, { id, version, sha256 }: Card) {
  const film = { sha256: readFileSync(path, 'utf8') }
  return { status: 'refused', film, model: { id, version, sha256 }, reasons: [], warnings: [] }
}

async function deskFor(t: TestContext) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hilum-desk-'))
  t.after(() => rm(dataFolder, { recursive: true }))
  const told: [name: string, payload: unknown][] = []
  const desk = new Desk({
    start: processThat('loads'),
    startInBackground: processThat('ends'),
    ownModels: join(dataFolder, 'models'),
    installedModels: fixtures,
    threads: 1,
    dataFolder,
    version: '0.0.0',
    runtime: 'none',
    tell: (name, payload) => told.push([name, payload]),
  })
  await desk.loadDefaultModel()
  return { desk, dataFolder, told }
}

test('a list that can not be scored says why, and leaves the engine of the film on screen as it is', async (t) => {
  const { desk } = await deskFor(t)
  await desk.openPaths([join(places.samples, 'chest-4-nodule.jpg')])
  await desk.scoreAll()
  const { engine, opened } = desk.describe()
  assert.equal(engine.status, 'ready')
  assert.deepEqual(
    opened.flatMap(({ problems }) => problems.map(({ code }) => code)),
    ['ENGINE_DIED'],
  )
})

test('another disc with files of the same names: no film has the score of one of the first disc', async (t) => {
  const { desk, dataFolder, told } = await deskFor(t)
  desk.describe()
  const path = join(dataFolder, 'IM000001')
  await writeFile(path, 'of the first patient')
  const [first] = (await desk.openPaths([path])).added
  assert.equal((await desk.analyse(first!, 0)).film.sha256, 'of the first patient')
  await writeFile(path, 'of the second')

  const [second] = (await desk.openPaths([path])).added
  assert.deepEqual(desk.entries(), [
    { id: second, name: 'IM000001', state: { kind: 'unread' }, former: first },
  ])
  assert.equal((await desk.analyse(second!, 0)).film.sha256, 'of the second')
  const { content } = await desk.exported({ format: 'csv', shown: [], marks: [] })
  assert.match(content as string, /of the second/)
  assert.doesNotMatch(content as string, /of the first patient/)

  // A third disc that nobody opens: its film is in the list as soon as one of the second is asked for.
  await writeFile(path, 'of somebody else')
  told.splice(0)
  await assert.rejects(desk.analyse(second!, 0), { code: 'FILM_EXCHANGED', message: /IM000001/ })
  const [[, listed], [, said]] = told as [[string, FilmEntry[]], [string, unknown]]
  assert.equal(listed[0]!.former, second)
  assert.match(JSON.stringify(said), /FILM_EXCHANGED/)
  assert.equal((await desk.analyse(listed[0]!.id, 0)).film.sha256, 'of somebody else')
})

test('two cards to one graph keep their results apart', async (t) => {
  const { desk, dataFolder } = await deskFor(t)
  const strict = join(dataFolder, 'models', 'strict')
  await cp(join(fixtures, 'tiny'), strict, { recursive: true })
  const card = JSON.parse(readFileSync(join(strict, 'card.json'), 'utf8')) as Card
  await writeFile(join(strict, 'card.json'), JSON.stringify({ ...card, id: 'strict' }))
  await desk.openPaths([join(places.samples, 'chest-4-nodule.jpg')])
  const [{ id } = { id: undefined }] = desk.entries()

  assert.equal((await desk.analyse(id!, 0)).model.id, 'tiny')
  await desk.chooseModel('strict')
  assert.deepEqual(
    desk.entries().map(({ state }) => state.kind),
    ['unread'],
  )
  assert.equal((await desk.analyse(id!, 0)).model.id, 'strict')
})

test('a model of the reader’s own that can not be used is told beside those that can', async (t) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hilum-desk-'))
  t.after(() => rm(dataFolder, { recursive: true }))
  const ownModels = join(dataFolder, 'models')
  await mkdir(join(ownModels, 'broken'), { recursive: true })
  await writeFile(join(ownModels, 'broken', 'card.json'), '{')
  const desk = new Desk({
    start: processThat('loads'),
    startInBackground: processThat('loads'),
    ownModels,
    installedModels: fixtures,
    threads: 1,
    dataFolder,
    version: '0.0.0',
    runtime: 'none',
    tell: () => undefined,
  })
  const { models, problems } = await desk.models()
  assert.deepEqual(
    models.map(({ card }) => card.id),
    ['tiny'],
  )
  assert.equal(problems.length, 1)
  assert.match(problems[0]!, /broken.card\.json can’t be read as a model card/)
})
