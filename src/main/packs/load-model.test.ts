import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Card } from '../../shared/card.ts'
import { choosePack } from './choose-pack.ts'
import { loadModel } from './load-model.ts'
import { findPacks, readPack } from './pack.ts'

const tiny = fileURLToPath(new URL('./fixtures/tiny', import.meta.url))

let folder: string
let pack: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hilum-packs-'))
  pack = join(folder, 'tiny')
  await cp(tiny, pack, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

async function changeCard(change: (card: Card) => unknown): Promise<void> {
  const card = JSON.parse(await readFile(join(pack, 'card.json'), 'utf8')) as Card
  await writeFile(join(pack, 'card.json'), JSON.stringify(change(card)))
}

/** Other bytes in place of the model, with a card that vouches for them. */
async function changeModel(bytes: Uint8Array): Promise<void> {
  await writeFile(join(pack, 'model.onnx'), bytes)
  await changeCard((card) => ({ ...card, sha256: createHash('sha256').update(bytes).digest('hex') }))
}

/** The dimension of the films, which is called so (field 2), of a number of them (field 1) in as many bytes. */
async function batchesOfEight(): Promise<void> {
  const model = await readFile(join(tiny, 'model.onnx'))
  const films = model.indexOf(Buffer.from('\x12\x05films', 'latin1'), model.indexOf('image', -1000))
  assert.ok(films > 0)
  model.set([0x08, 0x88, 0x80, 0x80, 0x80, 0x80, 0x00], films)
  await changeModel(model)
}

const flatGate = (features: number) => ({
  mean: Array<number>(features).fill(0),
  precision: Array<number>(features).fill(1),
  ...{ directions: [], weights: [], limit: 1, within: 1 },
})

const load = async () => loadModel(await readPack(pack), { threads: 1, provider: 'cpu' })

test('a sound pack loads on the CPU', async () => {
  const { session } = await load()
  assert.equal(session.provider, 'cpu')
  await session.release()
})

const faults: readonly (readonly [name: string, make: () => Promise<void>, code: string, says: RegExp])[] = [
  ['no card', () => rm(join(pack, 'card.json')), 'PACK_CARD_INVALID', /can’t be read as a model card/],
  [
    'a card that is no JSON',
    () => writeFile(join(pack, 'card.json'), '{'),
    'PACK_CARD_INVALID',
    /card\.json can’t be read/,
  ],
  ['an unknown key', () => changeCard((card) => ({ ...card, colour: 1 })), 'PACK_CARD_INVALID', /colour/],
  [
    'a temperature of zero',
    () => changeCard((card) => ({ ...card, temperature: 0 })),
    'PACK_CARD_INVALID',
    /temperature/,
  ],
  [
    'the id of the model that finds the lungs',
    () => changeCard((card) => ({ ...card, id: 'lungs' })),
    'PACK_CARD_INVALID',
    /the id “lungs” belongs to the model that finds the lungs/,
  ],
  [
    'no label that is a finding',
    () =>
      changeCard((card) => ({ ...card, labels: card.labels.map((label) => ({ ...label, finding: false })) })),
    'PACK_CARD_INVALID',
    /no label is a finding/,
  ],
  ['no model', () => rm(join(pack, 'model.onnx')), 'PACK_MODEL_MISSING', /model\.onnx can’t be read/],
  [
    'a model that was exchanged',
    () => writeFile(join(pack, 'model.onnx'), 'other'),
    'PACK_HASH_MISMATCH',
    /SHA-256/,
  ],
  [
    'a model that is damaged',
    () => changeModel(Buffer.from('damaged')),
    'PACK_MODEL_DAMAGED',
    /can’t be read as an ONNX model.*“tiny”/,
  ],
  [
    'a model cut short',
    async () => changeModel((await readFile(join(tiny, 'model.onnx'))).subarray(0, 2000)),
    'PACK_MODEL_DAMAGED',
    /can’t be read as an ONNX model/,
  ],
  [
    'a graph that ONNX Runtime does not know',
    // A model with a graph (field 7) and in it one node (1) of the operator (4) “X”.
    () => changeModel(Buffer.from([0x3a, 5, 0x0a, 3, 0x22, 1, 0x58])),
    'PACK_MODEL_DAMAGED',
    /ONNX Runtime can’t load the model “tiny”/,
  ],
  [
    'a model with weights in another file',
    // One more graph (field 7), which joins the first, with an initialiser (5) whose location (14) is EXTERNAL.
    async () =>
      changeModel(
        Buffer.concat([await readFile(join(tiny, 'model.onnx')), Buffer.from([0x3a, 4, 0x2a, 2, 0x70, 1])]),
      ),
    'PACK_EXTERNAL_DATA',
    /keeps weights in other files/,
  ],
  [
    'another input size than the graph has',
    () => changeCard((card) => ({ ...card, input: { ...card.input, width: 128 } })),
    'PACK_MODEL_UNFIT',
    /\[N, 1, 64, 128\], was expected/,
  ],
  [
    'a graph that takes eight films at once',
    batchesOfEight,
    'PACK_MODEL_UNFIT',
    /float32 \[N, 1, 64, 64\], was expected, it has “image”, float32 \[8, 1, 64, 64\]/,
  ],
  [
    'fewer labels than the graph scores',
    () => changeCard((card) => ({ ...card, labels: card.labels.slice(0, 2) })),
    'PACK_MODEL_UNFIT',
    /“tiny” can’t be used: its output “\w+” is float32 \[.+, 3\], and float32 \[N, 2\] was expected \(the card has so many labels\)/,
  ],
  [
    'another grid than the maps have',
    () => changeCard((card) => ({ ...card, grid: { ...card.grid, rows: 4 } })),
    'PACK_MODEL_UNFIT',
    /output “\w+” is float32 \[.+, 3, 8, 8\], and float32 \[N, 3, 4, 8\] was expected/,
  ],
  [
    'a gate of more features than the graph gives',
    () => changeCard((card) => ({ ...card, gate: { ...card.gate, features: flatGate(999) } })),
    'PACK_MODEL_UNFIT',
    /output “features” is float32 \[.+\], and float32 \[N, 999\] was expected/,
  ],
]

for (const [name, make, code, message] of faults) {
  test(`${name} is told as ${code}`, async () => {
    await make()
    await assert.rejects(load(), { code, message })
  })
}

test('a card that an editor began with U+FEFF is read', async () => {
  const file = join(pack, 'card.json')
  await writeFile(file, `\uFEFF${await readFile(file, 'utf8')}`)
  assert.equal((await readPack(pack)).card.id, 'tiny')
})

test('a damaged pack is a problem beside the sound ones', async () => {
  await cp(tiny, join(folder, 'other'), { recursive: true })
  await changeCard((card) => ({ ...card, id: 'Not An Id' }))
  const { packs, problems } = await findPacks([folder])
  assert.deepEqual(
    [packs.map(({ folder: where }) => where), problems.map(({ code }) => code)],
    [[join(folder, 'other')], ['PACK_CARD_INVALID']],
  )
})

test('the model that finds the lungs is no pack to choose and no problem', async () => {
  await mkdir(join(folder, 'lungs'))
  await writeFile(join(folder, 'lungs', 'card.json'), '{"schema":"hilum/lungs-card@1"}')
  const { packs, problems } = await findPacks([folder])
  assert.deepEqual([packs.map(({ card }) => card.id), problems], [['tiny'], []])
})

test('the folder names its default, a wish overrides it, an unknown wish is told with what is there', async () => {
  await cp(tiny, join(folder, 'second'), { recursive: true })
  pack = join(folder, 'second')
  await changeCard((card) => ({ ...card, id: 'second' }))
  await writeFile(join(folder, 'default.json'), '{"model":"second"}')
  assert.equal((await choosePack([folder])).card.id, 'second')
  assert.equal((await choosePack([folder], 'tiny')).card.id, 'tiny')
  await assert.rejects(choosePack([folder], 'third'), {
    code: 'PACK_NOT_FOUND',
    message: 'There is no model “third” here. Installed: second, tiny.',
  })
})

test('of the packs of one id the first sound one is chosen, and the faults of others stand in nobody’s way', async () => {
  await cp(tiny, join(folder, 'another'), { recursive: true })
  await cp(tiny, join(folder, 'zebra'), { recursive: true })
  pack = join(folder, 'another')
  await changeCard((card) => ({ ...card, temperature: 0 }))
  await mkdir(join(folder, 'damaged'))
  await writeFile(join(folder, 'damaged', 'card.json'), '{')
  assert.equal((await choosePack([folder], 'tiny')).folder, join(folder, 'tiny'))
})

test('a wish is told what is wrong with that model, and not with another', async () => {
  await cp(tiny, join(folder, 'invalid'), { recursive: true })
  pack = join(folder, 'invalid')
  await changeCard((card) => ({ ...card, id: 'wished', temperature: 0 }))
  await mkdir(join(folder, 'damaged'))
  await writeFile(join(folder, 'damaged', 'card.json'), '{')
  const told = [
    ['wished', 'PACK_CARD_INVALID', /invalid.*card\.json.*temperature/],
    ['damaged', 'PACK_CARD_INVALID', /damaged.*card\.json can’t be read/],
    ['tine', 'PACK_NOT_FOUND', /^There is no model “tine” here\. Installed: tiny\.$/],
  ] as const
  for (const [id, code, message] of told) await assert.rejects(choosePack([folder], id), { code, message })
})

test('of one id the first wins, whatever their folders are called', async () => {
  const later = join(folder, 'later')
  await cp(tiny, join(later, 'a'), { recursive: true })
  const { packs } = await findPacks([folder, later])
  assert.deepEqual(
    packs.map((found) => found.folder),
    [join(folder, 'tiny')],
  )
})

test('of two packs of one id in one folder the first is used and the second told', async () => {
  await cp(tiny, join(folder, 'zebra'), { recursive: true })
  const { packs, problems } = await findPacks([folder])
  assert.deepEqual(
    packs.map((found) => found.folder),
    [pack],
  )
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['PACK_SAME_ID'],
  )
  assert.match(
    problems[0]!.message,
    /zebra is not used: its model has the id “tiny” as that in “tiny” beside it/,
  )
})

test('a link to a pack is followed, and one that leads to a file or nowhere is no pack', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'hilum-linked-'))
  try {
    await rename(pack, join(elsewhere, 'moved'))
    await symlink(join(elsewhere, 'moved'), pack, 'junction')
    await symlink(join(elsewhere, 'moved', 'card.json'), join(folder, 'file'), 'file')
    await symlink(join(elsewhere, 'gone'), join(folder, 'nowhere'), 'junction')
    const { packs, problems } = await findPacks([folder])
    assert.deepEqual([packs.map((found) => found.folder), problems], [[pack], []])
    assert.equal((await choosePack([folder], 'tiny')).folder, pack)
  } finally {
    await rm(elsewhere, { recursive: true })
  }
})

test('a folder that can’t be looked into is a problem beside the sound models', async (t) => {
  if (process.platform === 'win32' || process.getuid?.() === 0)
    return t.skip('needs a user whom permissions bind')
  const closed = join(folder, 'closed')
  await mkdir(closed, { mode: 0o000 })
  const { packs, problems } = await findPacks([folder])
  assert.deepEqual(
    [packs.map(({ card }) => card.id), problems.map(({ code }) => code)],
    [['tiny'], ['PACK_NOT_FOUND']],
  )
  assert.match(problems[0]!.message, /closed can’t be read \(EACCES\)/)
  assert.equal((await choosePack([folder])).card.id, 'tiny')
  await assert.rejects(choosePack([folder], 'closed'), { message: /closed can’t be read/ })
})

test('a model folder that does not exist holds no packs', async () => {
  await assert.rejects(choosePack([join(folder, 'nowhere')]), { code: 'PACK_NOT_FOUND' })
})

for (const text of ['{', '{"model":3}']) {
  test(`a default.json that holds ${text} is told by its name`, async () => {
    await writeFile(join(folder, 'default.json'), text)
    await assert.rejects(choosePack([folder]), {
      code: 'PACK_CARD_INVALID',
      message: /default\.json does not name a model\. .*\{"model": "hilum"\}/,
    })
    assert.equal((await choosePack([folder], 'tiny')).card.id, 'tiny')
  })
}

test('a file where a folder of models should be is told by its name', async () => {
  const file = join(pack, 'card.json')
  const told = {
    code: 'PACK_NOT_FOUND',
    message: /^The folder of models .*card\.json can’t be read \(ENOTDIR\)/,
  }
  await assert.rejects(findPacks([folder, file]), told)
  await assert.rejects(choosePack([file, folder]), told)
})
