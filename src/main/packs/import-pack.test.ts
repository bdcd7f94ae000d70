import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Card } from '../../shared/card.ts'
import { importPack, type ImportRules } from './import-pack.ts'
import { loadModel } from './load-model.ts'
import { findPacks, readPack, type Pack } from './pack.ts'

const tiny = fileURLToPath(new URL('./fixtures/tiny', import.meta.url))

let root: string
let from: string
let into: string
let asked: string[]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hilum-import-'))
  from = join(root, 'from')
  into = join(root, 'models')
  asked = []
  await cp(tiny, from, { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const load = async (pack: Pack) => {
  const { session } = await loadModel(pack, { threads: 1, provider: 'cpu' })
  await session.release()
}
const rules = (answer: boolean): ImportRules => ({
  into,
  load,
  others: [],
  mayReplace: async ({ id }) => {
    asked.push(id)
    return answer
  },
})

async function changeCard(folder: string, change: Partial<Card>): Promise<void> {
  const file = join(folder, 'card.json')
  const card = JSON.parse(await readFile(file, 'utf8')) as Card
  await writeFile(file, JSON.stringify({ ...card, ...change }))
}

const nameAt = async (folder: string) => (await readPack(folder)).card.name

test('a sound pack is copied under its id, and nothing that is no part of it', async () => {
  await writeFile(join(from, 'notes.txt'), 'for nobody')
  const pack = await importPack(from, rules(false))
  assert.equal(pack?.folder, join(into, 'tiny'))
  assert.deepEqual((await readdir(join(into, 'tiny'))).toSorted(), ['card.json', 'golden.json', 'model.onnx'])
  assert.deepEqual(await readFile(join(into, 'tiny', 'model.onnx')), await readFile(join(from, 'model.onnx')))
  assert.deepEqual(asked, [])
})

test('a pack without golden films is copied too', async () => {
  await rm(join(from, 'golden.json'))
  await importPack(from, rules(false))
  assert.deepEqual((await readdir(join(into, 'tiny'))).toSorted(), ['card.json', 'model.onnx'])
})

const faults: readonly (readonly [name: string, make: () => Promise<void>, code: string, says: RegExp])[] = [
  [
    'an empty folder',
    async () => {
      await rm(from, { recursive: true })
      await mkdir(from)
    },
    'PACK_INCOMPLETE',
    /“from” is no model: it has no card\.json and no model\.onnx/,
  ],
  [
    'a folder without a card',
    () => rm(join(from, 'card.json')),
    'PACK_INCOMPLETE',
    /it has no card\.json\. Choose/,
  ],
  ['a folder that is gone', () => rm(from, { recursive: true }), 'PACK_INCOMPLETE', /ENOENT/],
  ['a card of no model', () => writeFile(join(from, 'card.json'), '{}'), 'PACK_CARD_INVALID', /schema/],
  [
    'another model than the card’s',
    () => changeCard(from, { sha256: '0'.repeat(64) }),
    'PACK_HASH_MISMATCH',
    /SHA-256/,
  ],
  [
    'another input than the card’s',
    async () => changeCard(from, { input: { ...(await readPack(from)).card.input, width: 32 } }),
    'PACK_MODEL_UNFIT',
    /\[N, 1, 64, 32\], was expected/,
  ],
  [
    'damaged golden films',
    () => writeFile(join(from, 'golden.json'), '{'),
    'PACK_CARD_INVALID',
    /golden films/,
  ],
]

for (const [name, make, code, message] of faults) {
  test(`${name} is told as ${code}, and nothing is copied`, async () => {
    await make()
    await assert.rejects(importPack(from, rules(true)), { code, message })
    assert.ok(!(await readdir(root)).some((left) => left.startsWith('models')))
  })
}

test('a pack of the same id stays where the reader wants it kept', async () => {
  await importPack(from, rules(false))
  await changeCard(from, { name: 'Second' })
  assert.equal(await importPack(from, rules(false)), undefined)
  assert.deepEqual([asked, await nameAt(join(into, 'tiny'))], [['tiny'], 'Tiny model for tests'])
})

test('a pack of the same id is replaced where the reader says so, whatever its folder is called', async () => {
  await cp(tiny, join(into, 'mine'), { recursive: true })
  await changeCard(from, { name: 'Second' })
  const pack = await importPack(from, rules(true))
  assert.deepEqual([asked, pack?.folder, pack?.card.name], [['tiny'], join(into, 'mine'), 'Second'])
  assert.deepEqual(await readdir(into), ['mine'])
  assert.deepEqual((await readdir(root)).toSorted(), ['from', 'models'])
})

test('another model in a folder of that name stays, and nobody is asked to give it up', async () => {
  for (const name of ['tiny', 'tiny-2']) {
    await cp(tiny, join(into, name), { recursive: true })
    await changeCard(join(into, name), { id: `other-in-${name}` })
  }
  const pack = await importPack(from, rules(true))
  assert.deepEqual([asked, pack?.folder, pack?.card.id], [[], join(into, 'tiny-3'), 'tiny'])
  const { packs } = await findPacks([into])
  assert.deepEqual(
    packs.map(({ card }) => card.id),
    ['other-in-tiny', 'other-in-tiny-2', 'tiny'],
  )
})

test('of a pack that is installed elsewhere the reader is asked too, and that one stays', async () => {
  const shipped = join(root, 'shipped')
  await cp(tiny, join(shipped, 'tiny'), { recursive: true })
  await changeCard(from, { name: 'Second' })
  await importPack(from, { ...rules(true), others: [shipped] })
  assert.deepEqual(asked, ['tiny'])
  assert.deepEqual(
    [await nameAt(join(shipped, 'tiny')), await nameAt(join(into, 'tiny'))],
    ['Tiny model for tests', 'Second'],
  )
})

test('a copy that breaks off leaves the models as they were', async () => {
  await importPack(from, rules(false))
  await changeCard(from, { name: 'Second' })
  // The model is exchanged after it was checked.
  const exchanging: ImportRules = { ...rules(true), load: () => writeFile(join(from, 'model.onnx'), 'other') }
  await assert.rejects(importPack(from, exchanging), { code: 'PACK_HASH_MISMATCH' })
  assert.equal(await nameAt(join(into, 'tiny')), 'Tiny model for tests')
  assert.deepEqual((await readdir(root)).toSorted(), ['from', 'models'])
})
