import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import type { ShownSource } from '../pipeline/analyse.ts'
import { filmFixture } from '../pipeline/film.fixture.ts'
import { createFilmCache } from './film-cache.ts'

test('a film with its shutters off is not the one that is scored', async () => {
  const opened: (string | undefined)[] = []
  const open = async ({ shutters = 'on' }: ShownSource) => {
    opened.push(shutters)
    return filmFixture({ shutters })
  }
  const films = createFilmCache(open, open)
  const source = { path: '/films/film.dcm', frame: 0, enoughPixels: 100 }
  assert.equal((await films.open({ ...source, shutters: 'off' })).shutters, 'off')
  assert.equal((await films.openOnce(source)).shutters, 'on')
  assert.equal((await films.open(source)).shutters, 'on')
  // Kept from before, and the same as the one that is scored.
  assert.equal((await films.open({ ...source, shutters: 'on' })).shutters, 'on')
  assert.equal((await films.openOnce(source)).shutters, 'on')
  assert.deepEqual(opened, ['off', 'on', 'on'])
})

test('a film that is coarse for its score is opened for it, though it lies there whole', async () => {
  const opened: string[] = []
  const films = createFilmCache(
    async () => filmFixture({ mayBeCoarse: true }),
    async () => {
      opened.push('for the score')
      return filmFixture({ mayBeCoarse: true })
    },
  )
  const source = { path: '/films/film.dcm', frame: 0 }
  const shown = await films.open(source)
  assert.notEqual(await films.openOnce({ ...source, enoughPixels: 100 }), shown)
  assert.deepEqual(opened, ['for the score'])
  assert.equal(await films.open(source), shown)
})

// where the film lies, the file that holds it, the bytes of that file for the film's
const places: readonly (readonly [string, string, (film: Buffer) => Uint8Array])[] = [
  ['film.dcm', 'film.dcm', (film) => film],
  ['disc.zip/DICOM/IM1', 'disc.zip', (film) => zipSync({ 'DICOM/IM1': film })],
]
// what is found there later, how many seconds younger
const exchanges = [
  ['of another time', 'one', 1],
  ['of another size', 'a longer one', 0],
] as const
for (const [at, holder, bytesOf] of places) {
  for (const [how, later, secondsLater] of exchanges) {
    test(`${at} is opened anew where another file ${how} is found there, and only then`, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), 'hilum-cache-'))
      t.after(() => rm(folder, { recursive: true }))
      const file = join(folder, holder)
      const written = new Date(Date.UTC(2020, 0, 1))
      const put = async (film: string, seconds: number) => {
        await writeFile(file, bytesOf(Buffer.from(film)))
        await utimes(file, written, new Date(written.getTime() + 1000 * seconds))
        return (await stat(file)).size
      }
      let opened = 0
      const open = async () => filmFixture({ frames: ++opened })
      const films = createFilmCache(open, open)
      const source = { path: join(folder, at), frame: 0, enoughPixels: 100 }
      const size = await put('two', 0)
      const first = await films.open(source)
      assert.equal(await films.open(source), first)
      assert.equal(await films.openOnce(source), first)
      assert.equal((await put(later, secondsLater)) === size, secondsLater > 0)
      assert.notEqual(await films.openOnce(source), first)
      const second = await films.open(source)
      assert.notEqual(second, first)
      assert.equal(await films.open(source), second)
    })
  }
}
