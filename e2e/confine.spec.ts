// The page is a page: no Node, no network, no other window, no evaluated code.

import { expect, test } from 'hilum/e2e'
import { SAMPLES } from './fixtures/folders.ts'

test('the page has nothing of Node and one door to main', async ({ hilum }) => {
  const found = await hilum.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    door: Object.keys(window.hilum).toSorted(),
  }))
  expect(found).toEqual({ node: [], door: ['on', 'openDropped', 'request'] })
})

test('a request that would leave the machine is refused', async ({ hilum }) => {
  const reached = await hilum.page.evaluate(async () => {
    const picture = new Image()
    const loaded = new Promise((resolve) => {
      picture.onload = () => resolve('loaded')
      picture.onerror = () => resolve('refused')
    })
    picture.src = 'https://example.org/leak.png'
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    )
    return [await loaded, fetched]
  })
  expect(reached).toEqual(['refused', 'refused'])
})

test('no new window opens and the page does not go elsewhere', async ({ hilum }) => {
  const before = hilum.page.url()
  expect(await hilum.page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
  await hilum.page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  await hilum.page.waitForTimeout(300)
  expect(hilum.page.url()).toBe(before)
})

test('main refuses what the contract does not have', async ({ hilum }) => {
  const codes = await hilum.page.evaluate(async (folder) => {
    const ask = window.hilum.request as unknown as (
      name: string,
      input: unknown,
    ) => Promise<{ ok: boolean; code?: string }>
    const answers = await Promise.all([
      ask('films.drop', { paths: [folder] }),
      ask('film.open', { id: '../../etc/passwd', frame: 0 }),
      ask('film.open', { id: 'film-1', frame: 0, path: folder }),
      ask('film.open', { id: 'film-999', frame: 0 }),
      ask('shell.run', {}),
    ])
    return answers.map(({ ok, code }) => (ok ? 'answered' : code))
  }, SAMPLES)
  expect(codes).toEqual([
    'IPC_BAD_REQUEST',
    'IPC_BAD_REQUEST',
    'IPC_BAD_REQUEST',
    'FILM_UNKNOWN',
    'IPC_BAD_REQUEST',
  ])
})
