import assert from 'node:assert/strict'
import { test } from 'node:test'
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
