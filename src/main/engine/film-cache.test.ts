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

test('a film that is halved for its score is opened for it, though it lies there whole', async () => {
  const mayHalve = { wavelet: '5/3', times: 5 } as const
  const opened: string[] = []
  const films = createFilmCache(
    async () => filmFixture({ mayHalve }),
    async () => {
      opened.push('for the score')
      return filmFixture({ mayHalve, halved: { wavelet: '5/3', times: 1 } })
    },
  )
  const source = { path: '/films/film.dcm', frame: 0 }
  await films.open(source)
  assert.equal((await films.openOnce({ ...source, enoughPixels: 100 })).halved?.times, 1)
  assert.equal((await films.openOnce({ ...source, enoughPixels: 101 })).halved, undefined)
  assert.deepEqual(opened, ['for the score'])
})
