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
  const source = { path: '/films/film.dcm', frame: 0 }
  assert.equal((await films.open({ ...source, shutters: 'off' })).shutters, 'off')
  assert.equal((await films.openOnce(source)).shutters, 'on')
  assert.equal((await films.open(source)).shutters, 'on')
  // Kept from before, and the same as the one that is scored.
  assert.equal((await films.open({ ...source, shutters: 'on' })).shutters, 'on')
  assert.equal((await films.openOnce(source)).shutters, 'on')
  assert.deepEqual(opened, ['off', 'on', 'on'])
})
