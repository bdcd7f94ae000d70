import assert from 'node:assert/strict'
import { test } from 'node:test'
import { originOf, policyToBrowser, toApp, toBrowser } from './addresses.ts'

const schemes = new Set(['app'])
const origin = 'https://hilum.app.hilum-host.invalid'

const ADDRESSES = [
  ['app://hilum/index.html', `${origin}/index.html`],
  ['app://hilum/a%20b?c=d#e', `${origin}/a%20b?c=d#e`],
  ['app://hilum/', `${origin}/`],
  ['https://elsewhere.example/app://hilum/', 'https://elsewhere.example/app://hilum/'],
  ['data:text/html,x', 'data:text/html,x'],
] as const

for (const [ofApp, ofBrowser] of ADDRESSES)
  test(`${ofApp} stands at ${ofBrowser}`, () => {
    assert.equal(toBrowser(ofApp, schemes), ofBrowser)
    assert.equal(toApp(ofBrowser), ofApp)
  })

test('an address that only begins like the app’s is not the app’s', () => {
  const strange = `${origin}.example/index.html`
  assert.equal(toApp(strange), strange)
})

test('the origin of an address without a host is opaque', () => {
  assert.equal(originOf('app://hilum/a/b'), 'app://hilum')
  assert.equal(originOf('data:text/html,x'), 'null')
})

test('a policy that names the scheme names the browser’s origin instead', () => {
  const policy = "default-src 'none'; img-src app: blob:; connect-src app://hilum 'self'"
  assert.equal(
    policyToBrowser(policy, 'app://hilum/', schemes),
    `default-src 'none'; img-src ${origin} blob:; connect-src ${origin} 'self'`,
  )
})
