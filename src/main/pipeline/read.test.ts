import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'

import { zipSync } from 'fflate'

import { read } from './read.ts'

let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hilum-read-'))
})

after(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

// FIPS 180-2 B.1: the hash of "abc".
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

test('a file is its bytes, their hash and its base name', async () => {
  const path = await put('film.dcm', 'abc')
  const { turnInPlace, ...file } = await read(path)
  assert.deepEqual(file, { path, name: 'film.dcm', bytes: Buffer.from('abc'), sha256: ABC })
  assert.equal(typeof turnInPlace, 'function')
})

for (const name of [
  '胸部正面.dcm',
  'صدر أمامي.png',
  'Röntgen – Θώρακας.tif',
  'снимок грудной клетки',
  "a 'b' #%&.jpg",
]) {
  test(`a file may be called ${name}`, async () => {
    const file = await read(await put(name, 'abc'))
    assert.equal(file.name, name)
    assert.equal(file.sha256, ABC)
  })
}

test('a path may be longer than 300 characters', async () => {
  const path = await put(
    join(...Array.from({ length: 8 }, (_, i) => `${i}`.padEnd(40, 'x')), 'film.dcm'),
    'abc',
  )
  assert.ok(path.length > 300)
  assert.equal((await read(path)).sha256, ABC)
})

test('a file that is not there is named', async () => {
  await assert.rejects(read(join(folder, 'gone.dcm')), {
    code: 'READ_NOT_FOUND',
    message: 'gone.dcm is not there; check the path, or the drive it is on.',
  })
})

test(
  'a name whose bytes are no UTF-8 is said to be just that',
  { skip: process.platform !== 'linux' },
  async () => {
    await writeFile(Buffer.from(`${folder}/r\xe9.dcm`, 'latin1'), 'abc')
    const [found] = (await readdir(folder)).filter((name) => name.startsWith('r\uFFFD'))
    await assert.rejects(read(join(folder, found!)), {
      code: 'READ_NOT_FOUND',
      message: /^r\uFFFD\.dcm has a name that is not UTF-8, .+; rename the file\.$/,
    })
  },
)

// As the engine's process has it, which brings its own memory and reads small files at once.
const ways = [
  ['with memory of its own', undefined],
  ["in the caller's memory", (size: number) => Buffer.alloc(size + 7, 0xee)],
] as const

for (const [way, allocate] of ways) {
  for (const size of [3, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20 + 5]) {
    test(`${size} bytes are read ${way}`, async () => {
      const content = Buffer.from(Uint8Array.from({ length: size }, (_, i) => i * 31 + (i >> 9)))
      const path = await put('sized.dcm', content)
      for (const hashed of [false, true]) {
        const { bytes, sha256 } = await read(path, { allocate, hashed })
        assert.ok(bytes.equals(content))
        assert.equal(sha256, hash('sha256', content, 'hex'))
      }
    })
  }

  test(`a folder, a pipe and nothing at all are told apart ${way}`, async () => {
    await assert.rejects(read(folder, { allocate }), { code: 'READ_FAILED', message: /is a folder/ })
    await assert.rejects(read(join(folder, 'gone.dcm'), { allocate }), { code: 'READ_NOT_FOUND' })
    const archive = await put('one.zip', zipSync({ IM1: Buffer.from('abc') }))
    assert.equal((await read(join(archive, 'IM1'), { allocate })).sha256, ABC)
    if (process.platform === 'win32') return
    const path = join(folder, `pipe-${ways.findIndex(([name]) => name === way)}`)
    execFileSync('mkfifo', [path])
    await assert.rejects(read(path, { allocate }), { code: 'READ_FAILED', message: /no plain file/ })
  })
}

test('an empty file is refused', async () => {
  await assert.rejects(read(await put('empty.dcm', '')), {
    code: 'READ_EMPTY_FILE',
    message: 'empty.dcm is empty (0 bytes); copy it again from its source.',
  })
})

test('a folder is no film', async () => {
  await assert.rejects(read(folder), { code: 'READ_FAILED', message: /^“[^”]+” is a folder, not a film/ })
})

test('a file over the limit is refused without being read', async () => {
  const path = await put('huge.dcm', '')
  const file = await open(path, 'r+')
  await file.truncate(2 ** 30 + 1)
  await file.close()
  await assert.rejects(read(path), {
    code: 'READ_TOO_LARGE',
    message: 'huge.dcm has 1,073,741,825 bytes; Hilum reads files of up to 1,073,741,824.',
  })
})

test('a pipe is refused, and not waited for', async (t) => {
  if (process.platform === 'win32') return t.skip('needs named pipes in the file system')
  const path = join(folder, 'pipe.dcm')
  execFileSync('mkfifo', [path])
  await assert.rejects(read(path), { code: 'READ_FAILED', message: /^pipe\.dcm is no plain file/ })
})

test('a file without permission is refused', async (t) => {
  if (process.platform === 'win32' || process.getuid?.() === 0)
    return t.skip('needs a user whom permissions bind')
  const path = await put('private.dcm', 'abc')
  await chmod(path, 0)
  await assert.rejects(read(path), { code: 'READ_DENIED', message: /^private\.dcm may not be read by you/ })
})

test('a film inside an archive is read by the path of the archive and its own', async () => {
  const archive = await put(
    'export.zip',
    zipSync({ 'DICOM/IM1': Buffer.from('abc'), '胸部.dcm': Buffer.from('xyz') }),
  )
  const file = await read(join(archive, 'DICOM', 'IM1'))
  assert.equal(file.name, 'IM1')
  assert.equal(file.sha256, ABC)
  assert.equal((await read(join(archive, '胸部.dcm'))).bytes.toString(), 'xyz')
})

test('a film stored in an archive without compression is read too', async () => {
  const archive = await put('stored.zip', zipSync({ IM1: Buffer.from('abc') }, { level: 0 }))
  assert.equal((await read(join(archive, 'IM1'))).sha256, ABC)
})

test('a film that is not in the archive is named', async () => {
  const archive = await put('other.zip', zipSync({ IM1: Buffer.from('abc') }))
  await assert.rejects(read(join(archive, 'IM2')), {
    code: 'READ_NOT_FOUND',
    message: 'IM2 is not in other.zip; check its name, large and small letters included.',
  })
})

test('a path that goes on behind a plain file leads nowhere', async () => {
  const path = await put('plain.dcm', 'abc')
  await assert.rejects(read(join(path, 'IM1')), { code: 'READ_NOT_FOUND' })
})

test('an archive that would inflate to a thousand times its size is not inflated', async () => {
  const archive = await put('bomb.zip', zipSync({ 'film.dcm': new Uint8Array(80 * 2 ** 20) }))
  await assert.rejects(read(join(archive, 'film.dcm')), {
    code: 'READ_TOO_LARGE',
    message:
      /^film\.dcm would grow from [\d,]+ to 83,886,080 bytes, as no film does; it was left in its archive\.$/,
  })
})

test('an entry that holds less than it states is reported', async () => {
  const zip = Buffer.from(zipSync({ 'film.dcm': new Uint8Array(1000) }))
  zip.writeUInt32LE(2 ** 26 - 1, zip.indexOf('PK\x01\x02', 'latin1') + 24)
  const archive = await put('boaster.zip', zip)
  await assert.rejects(read(join(archive, 'film.dcm')), {
    code: 'READ_FAILED',
    message: /its length is wrong/,
  })
})

test('an entry that inflates beyond the size it states is stopped', async () => {
  const zip = Buffer.from(zipSync({ 'film.dcm': new Uint8Array(2 ** 20) }))
  // APPNOTE 4.3.7 and 4.3.12: the size before compression in the local header and in the directory.
  zip.writeUInt32LE(100, zip.indexOf('PK\x03\x04', 'latin1') + 22)
  zip.writeUInt32LE(100, zip.indexOf('PK\x01\x02', 'latin1') + 24)
  const archive = await put('liar.zip', zip)
  await assert.rejects(read(join(archive, 'film.dcm')), {
    code: 'READ_FAILED',
    message: /^film\.dcm is damaged in its archive \(its bytes cannot be unpacked\);/,
  })
})

test('a damaged entry is reported and not passed on', async () => {
  const zip = Buffer.from(zipSync({ 'film.dcm': Buffer.from('abcdefgh'.repeat(50)) }, { level: 0 }))
  zip.write('X', 100, 'latin1')
  const archive = await put('damaged.zip', zip)
  await assert.rejects(read(join(archive, 'film.dcm')), {
    code: 'READ_FAILED',
    message: /its check sum is wrong/,
  })
})

test('an archive cut short is reported', async () => {
  const zip = zipSync({ 'film.dcm': Buffer.from('abc'), 'other.dcm': Buffer.from('xyz') })
  const archive = await put('cut.zip', zip.subarray(0, zip.length / 2))
  await assert.rejects(read(join(archive, 'film.dcm')), {
    code: 'READ_FAILED',
    message: 'cut.zip is no whole ZIP archive; copy it again, or unpack it and open the folder.',
  })
})
