import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { afterEach, beforeEach, test, type TestContext } from 'node:test'

import { zipSync } from 'fflate'

import { findFilms } from './find-films.ts'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
const DICOM = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(200)])
const TEXT = Buffer.from('nothing to see here')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hilum-find-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, ...name.split('/'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

/** What is found below the folder, with paths from there and forward slashes. */
async function found(paths: readonly string[] = [''], recursive = true) {
  const { films, passedOver, problems } = await findFilms(
    paths.map((path) => join(folder, ...path.split('/'))),
    { recursive },
  )
  const short = (path: string) => relative(folder, path).split(sep).join('/')
  return {
    films: films.map(({ path }) => short(path)),
    passedOver: passedOver.length,
    problems: problems.map(({ path, code }) => [short(path), code]),
  }
}

test('films come in the order of their paths by code point, the same on every machine', async () => {
  const names = [
    'b.png',
    'a/z.png',
    'a/b/c.png',
    'a.png',
    'a-1.png',
    'B.png',
    'ä.png',
    '胸.png',
    '\u{1F600}.png',
    '\uFF21.png',
  ]
  await put(Object.fromEntries(names.map((name) => [name, PNG])))
  assert.deepEqual((await found()).films, [
    'B.png',
    'a-1.png',
    'a.png',
    'a/b/c.png',
    'a/z.png',
    'b.png',
    'ä.png',
    '胸.png',
    '\uFF21.png',
    '\u{1F600}.png',
  ])
})

test('a file in a folder is a film by its content or by its name; the rest is passed over and counted', async () => {
  await put({
    IM000001: DICOM,
    'scan.bak': PNG,
    'lies.dcm': TEXT,
    'notes.txt': TEXT,
    '.DS_Store': Buffer.from([0, 0, 0, 1]),
    '._IM000001.dcm': TEXT,
    empty: Buffer.alloc(0),
  })
  assert.deepEqual(await found(), {
    films: ['IM000001', 'lies.dcm', 'scan.bak'],
    passedOver: 4,
    problems: [],
  })
})

test('a file that is named is always taken', async () => {
  await put({ 'notes.txt': TEXT })
  assert.deepEqual(await found(['notes.txt']), { films: ['notes.txt'], passedOver: 0, problems: [] })
})

test('a file that is named and found again comes once', async () => {
  await put({ 'a.png': PNG, 'b.png': PNG })
  assert.deepEqual((await found(['b.png', '', 'b.png'])).films, ['b.png', 'a.png'])
})

test('without recursion folders in folders stay shut', async () => {
  await put({ 'a.png': PNG, 'below/b.png': PNG })
  assert.deepEqual((await found([''], false)).films, ['a.png'])
})

test('links that lead in a circle are followed once', async (t) => {
  await put({ 'one/a.png': PNG, 'two/b.png': PNG })
  if (!(await linked(t, '..', 'one/up')) || !(await linked(t, 'two', 'to-two'))) return
  await symlink('nowhere', join(folder, 'dangling'))
  await symlink('itself', join(folder, 'itself'))
  assert.deepEqual(await found(), { films: ['one/a.png', 'to-two/b.png'], passedOver: 2, problems: [] })
})

async function linked(t: TestContext, target: string, name: string): Promise<boolean> {
  try {
    await symlink(target, join(folder, name), 'dir')
    return true
  } catch {
    t.skip('needs the right to make links')
    return false
  }
}

test('a path that is not there is a problem, and the others are found', async () => {
  await put({ 'a.png': PNG })
  assert.deepEqual(await found(['gone', 'a.png']), {
    films: ['a.png'],
    passedOver: 0,
    problems: [['gone', 'READ_NOT_FOUND']],
  })
})

test('an empty folder is a problem that says so', async () => {
  const { problems } = await findFilms([folder], { recursive: true })
  assert.equal(problems[0]?.code, 'READ_NO_FILMS')
  assert.match(
    problems[0]?.message ?? '',
    /^“hilum-find-\w+” holds nothing; choose a folder or file that holds films\.$/,
  )
})

const barren = [
  [[], 'holds nothing; choose a folder or file that holds films.'],
  [['a.txt'], 'holds no films (a.txt was passed over); choose another folder.'],
  [['a.txt', 'b.txt'], 'holds no films (a.txt and b.txt were passed over); choose another folder.'],
  [
    ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e/f.txt'],
    'holds no films (a.txt, b.txt, c.txt and 2 more were passed over); choose another folder.',
  ],
] as const
for (const [names, says] of barren) {
  test(`a folder of ${names.length} files that are no films is one problem, which names them`, async () => {
    await put(Object.fromEntries(names.map((name) => [name, TEXT])))
    const { problems, passedOver } = await findFilms([folder], { recursive: true })
    // What the problem tells of is not told again.
    assert.deepEqual([problems.length, passedOver], [1, []])
    assert.ok(problems[0]?.message.endsWith(says), problems[0]?.message)
  })
}

test('what was passed over beside films has names', async () => {
  await put({ 'a.txt': TEXT, 'b.png': PNG, 'c/d.txt': TEXT })
  const { passedOver } = await findFilms([folder], { recursive: true })
  assert.deepEqual(passedOver, ['a.txt', 'd.txt'])
})

test('a folder without permission is a problem', async (t) => {
  if (process.platform === 'win32' || process.getuid?.() === 0)
    return t.skip('needs a user whom permissions bind')
  await put({ 'private/a.png': PNG, 'b.png': PNG })
  await chmod(join(folder, 'private'), 0)
  const result = await found()
  await chmod(join(folder, 'private'), 0o700)
  assert.deepEqual(result, { films: ['b.png'], passedOver: 0, problems: [['private', 'READ_DENIED']] })
})

test('an archive is opened, its films stand in their order, and what macOS adds is passed over', async () => {
  const zip = zipSync({
    'DICOM/IM2': DICOM,
    'DICOM/IM1': DICOM,
    '胸部.png': PNG,
    'read me.txt': TEXT,
    '__MACOSX/._胸部.png': TEXT,
  })
  await put({ 'export.zip': zip, 'a.png': PNG, 'letter.docx': zip })
  assert.deepEqual(await found(), {
    films: ['a.png', 'export.zip/DICOM/IM1', 'export.zip/DICOM/IM2', 'export.zip/胸部.png'],
    passedOver: 3,
    problems: [],
  })
})

test('an archive that is named is opened whatever its name, a folder in it too', async () => {
  await put({ export: zipSync({ 'A/1.png': PNG, 'B/2.png': PNG }) })
  assert.deepEqual((await found(['export'])).films, ['export/A/1.png', 'export/B/2.png'])
  assert.deepEqual((await found(['export/B'])).films, ['export/B/2.png'])
  assert.deepEqual((await found(['export/B/2.png'])).films, ['export/B/2.png'])
  assert.deepEqual((await found(['export/C'])).problems, [['export/C', 'READ_NOT_FOUND']])
})

test('an archive inside an archive is named, and an office document in it is not', async () => {
  const inner = zipSync({ 'b.png': PNG })
  await put({ 'export.zip': zipSync({ 'a.png': PNG, 'more.zip': inner, 'letter.docx': inner }) })
  assert.deepEqual(await found(), {
    films: ['export.zip/a.png'],
    passedOver: 1,
    problems: [['export.zip/more.zip', 'READ_ARCHIVE_INSIDE']],
  })
})

test('names that lead out of the archive are no films', async () => {
  await put({ 'evil.zip': zipSync({ '../../outside.png': PNG, '/etc/film.png': PNG, 'inside.png': PNG }) })
  assert.deepEqual((await found()).films, ['evil.zip/inside.png'])
})

test('a damaged archive is a problem beside the films of the folder', async () => {
  const zip = zipSync({ 'a.png': PNG })
  await put({ 'cut.zip': zip.subarray(0, zip.length - 10), 'b.png': PNG })
  assert.deepEqual(await found(), { films: ['b.png'], passedOver: 0, problems: [['cut.zip', 'READ_FAILED']] })
})

const disc = {
  DICOMDIR: dicomdir([
    ['PATIENT', null],
    ['IMAGE', 'IMAGES\\IM2'],
    ['IMAGE', 'IMAGES\\IM1'],
    ['PRESENTATION', 'IMAGES\\PR1'],
    ['IMAGE', 'IMAGES\\GONE'],
    ['IMAGE', '..\\..\\ETC\\PASSWD'],
  ]),
  // Discs are often shown in small letters.
  'images/im1': DICOM,
  'images/im2.;1': DICOM,
  'images/pr1': DICOM,
  'other/extra.png': PNG,
}

test('a DICOMDIR that is named is followed to the pictures that it indexes', async () => {
  await put(disc)
  assert.deepEqual(await found(['DICOMDIR']), {
    films: ['images/im1', 'images/im2.;1'],
    passedOver: 1,
    problems: [['images/GONE', 'READ_NOT_FOUND']],
  })
})

test('the folder of a DICOMDIR is searched; what it calls no picture is passed over, nothing comes twice', async () => {
  await put(disc)
  assert.deepEqual(await found(), {
    films: ['images/im1', 'images/im2.;1', 'other/extra.png'],
    // The DICOMDIR itself and the presentation state.
    passedOver: 2,
    problems: [['images/GONE', 'READ_NOT_FOUND']],
  })
})

test('without recursion a DICOMDIR still leads to its pictures', async () => {
  await put(disc)
  assert.deepEqual((await found([''], false)).films, ['images/im1', 'images/im2.;1'])
})

test('a damaged DICOMDIR is a problem, and its folder is searched', async () => {
  await put({ ...disc, DICOMDIR: TEXT })
  const { films, problems } = await found()
  assert.deepEqual(films, ['images/im1', 'images/im2.;1', 'images/pr1', 'other/extra.png'])
  assert.deepEqual(
    problems.map(([path]) => path),
    ['DICOMDIR'],
  )
})

/** PS3.3 F.3: explicit little endian, one record an item. */
function dicomdir(records: readonly (readonly [type: string, fileId: string | null])[]): Buffer {
  const items = records.map(([type, fileId]) => {
    const elements = [element(0x0004, 0x1430, 'CS', type)]
    if (fileId !== null) elements.push(element(0x0004, 0x1500, 'CS', fileId))
    return longHeader([0xfe, 0xff, 0x00, 0xe0], Buffer.concat(elements))
  })
  const sequence = longHeader([0x04, 0x00, 0x20, 0x12, 0x53, 0x51, 0, 0], Buffer.concat(items))
  const meta = element(0x0002, 0x0010, 'UI', '1.2.840.10008.1.2.1\0')
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), meta, sequence])
}

function longHeader(start: readonly number[], value: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(value.length)
  return Buffer.concat([Buffer.from(start), length, value])
}

function element(group: number, number: number, vr: string, text: string): Buffer {
  const value = text.length % 2 === 0 ? text : `${text} `
  const header = Buffer.alloc(8)
  header.writeUInt16LE(group, 0)
  header.writeUInt16LE(number, 2)
  header.write(vr, 4, 'latin1')
  header.writeUInt16LE(value.length, 6)
  return Buffer.concat([header, Buffer.from(value, 'latin1')])
}
