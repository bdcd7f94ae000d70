import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openFilm } from '../pipeline/analyse.ts'
import { dataSetBytes } from '../pipeline/decode/dicom/fixtures/dicom-writer.ts'
import type { Film, FilmFile } from '../pipeline/film.ts'
import { small, withDataSet } from '../pipeline/decode/dicom/fixtures/small-film.ts'
import { createScoredFilms } from './scored-films.ts'

const SIDE = 1100

/** Uncompressed films of one size, large enough for memory to be used again, each of one value. */
async function filmsOf(t: TestContext, values: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-films-'))
  t.after(() => rm(folder, { recursive: true }))
  const elements = small({ Rows: SIDE, Columns: SIDE })
  return Promise.all(
    values.map(async (value) => {
      const path = join(folder, `${value}.dcm`)
      const pixels = Buffer.alloc(SIDE * SIDE, value)
      await writeFile(path, withDataSet(dataSetBytes({ elements, pixels })))
      return { path, frame: 0, enoughPixels: SIDE }
    }),
  )
}

const ends = ({ pixels }: Film) => [pixels[0], pixels.at(-1)]

test('films have memory of their own until they are done with, which then serves the next', async (t) => {
  const [first, second, third] = await filmsOf(t, [1, 2, 3])
  const scored = createScoredFilms(openFilm)
  const one = await scored.open(first!)
  const two = await scored.open(second!)
  assert.deepEqual(
    [ends(one), ends(two)],
    [
      [1, 1],
      [2, 2],
    ],
  )
  scored.done()
  const three = await scored.open(third!)
  assert.deepEqual(ends(three), [3, 3])
  assert.equal(three.pixels.buffer === one.pixels.buffer || three.pixels.buffer === two.pixels.buffer, true)
  assert.equal(three.file.sha256, (await openFilm(third!)).file.sha256)
})

test('a film that wants no hash is read without one, and tells it to who asks all the same', async (t) => {
  const [given] = await filmsOf(t, [1])
  const read: FilmFile[] = []
  const scored = createScoredFilms((source, readFile) =>
    openFilm(source, async (path) => {
      const file = await readFile(path)
      read.push(file)
      return file
    }),
  )
  const unhashed = await scored.open({ ...given!, hashed: false })
  // What is not reckoned yet is that of the bytes as they are now.
  read[0]!.bytes[0]! ^= 1
  const { sha256 } = (await openFilm(given!)).file
  assert.notEqual(unhashed.file.sha256, sha256)
  const hashed = await scored.open(given!)
  read[1]!.bytes[0]! ^= 1
  assert.equal(hashed.file.sha256, sha256)
})
