import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesPattern, resourceTypeOf, webRequestFor, type Asked } from './web-request.ts'

const PATTERNS = [
  ['<all_urls>', 'app://hilum/', true],
  ['*://*/*', 'https://elsewhere.example/a', true],
  ['*://*/*', 'wss://elsewhere.example/a', true],
  ['*://*/*', 'app://hilum/', false],
  ['https://*/*', 'http://elsewhere.example/', false],
  ['https://*.example.org/*', 'https://example.org/', true],
  ['https://*.example.org/*', 'https://a.b.example.org/x', true],
  ['https://*.example.org/*', 'https://notexample.org/', false],
  ['https://example.org/a*', 'https://example.org/b', false],
] as const

for (const [pattern, url, matches] of PATTERNS)
  test(`${pattern} ${matches ? 'takes in' : 'leaves out'} ${url}`, () => {
    assert.equal(matchesPattern(pattern, url), matches)
  })

test('resources are named as Electron names them', () => {
  assert.equal(resourceTypeOf('Document', true), 'mainFrame')
  assert.equal(resourceTypeOf('Document', false), 'subFrame')
  assert.equal(resourceTypeOf('Fetch', false), 'xhr')
  assert.equal(resourceTypeOf('Manifest', false), 'other')
})

const asked: Asked = {
  id: 1,
  url: 'https://elsewhere.example/',
  method: 'GET',
  resourceType: 'xhr',
  referrer: '',
  timestamp: 0,
}

test('without a listener every request passes; with one its verdict holds, within its filter', async () => {
  const webRequest = webRequestFor('electron.session.webRequest')
  const { onBeforeRequest } = webRequest.members
  assert.deepEqual(await webRequest.before(asked), {})
  onBeforeRequest((_details, decide) => decide({ cancel: true }))
  assert.deepEqual(await webRequest.before(asked), { cancel: true })
  onBeforeRequest({ urls: ['http://*/*'] }, (_details, decide) => decide({ cancel: true }))
  assert.deepEqual(await webRequest.before(asked), {})
})
