import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent, forApp, KnownEvents, knownOptions, onLacking, withMembers } from './stand-in.ts'

const heard: string[] = []
onLacking((sentence) => heard.push(sentence))

/** Fails by this name, and reports it. */
function lacksByName(act: () => unknown, what: string): void {
  assert.throws(act, { message: `e2e/host has no ${what}` })
  assert.equal(heard.at(-1), `e2e/host has no ${what}`)
}

const app = forApp('electron.app', { quit: () => 'quit', name: 'Hilum', dock: undefined })
const loose = app as unknown as Record<string, (...args: unknown[]) => unknown>

test('a member that is there is there', () => {
  assert.equal(app.quit(), 'quit')
  assert.equal(app.name, 'Hilum')
  assert.equal(app.dock, undefined)
})

test('a member that is not there fails by its name, read, called or set', () => {
  lacksByName(() => loose['setBadgeCount'], 'electron.app.setBadgeCount')
  lacksByName(() => loose['setBadgeCount']?.(1), 'electron.app.setBadgeCount')
  lacksByName(() => {
    loose['badgeCount'] = () => 1
  }, 'electron.app.badgeCount')
})

test('an await, a template and an inspection ask for nothing that is lacking', async () => {
  const before = heard.length
  await Promise.resolve(app)
  JSON.stringify(app)
  assert.equal(heard.length, before)
})

test('a whole module that is absent fails as soon as anything is asked of it', () => {
  const Tray = absent('electron.Tray') as unknown as new () => { show: () => void }
  lacksByName(() => new Tray(), 'electron.Tray')
  const clipboard = absent('electron.clipboard') as unknown as Record<string, () => void>
  lacksByName(() => clipboard['readText']?.(), 'electron.clipboard')
})

test('the app is handed the same object each time, from its own methods too', () => {
  const target = { self: () => target }
  assert.equal(forApp('electron.target', target), forApp('electron.target', target))
  assert.equal(forApp('electron.target', target).self(), forApp('electron.target', target))
})

test('a listener for an event that never comes is refused', () => {
  const events = forApp('electron.app', withMembers(new KnownEvents('electron.app', ['ready']), { a: 1 }))
  assert.equal(
    events.on('ready', () => undefined),
    events,
  )
  for (const listen of ['on', 'once', 'addListener', 'prependListener'] as const)
    lacksByName(
      () => events[listen]('gpu-info-update', () => undefined),
      "event 'gpu-info-update' of electron.app",
    )
})

test('an instance of a class lacks by name what the class has not', () => {
  class Menu {
    items: unknown[] = []
  }
  const Guarded = forApp('electron.Menu', Menu)
  assert.deepEqual(new Guarded().items, [])
  lacksByName(() => (new Guarded() as unknown as Record<string, unknown>)['popup'], 'electron.Menu.popup')
})

test('an option that the stand-in does not know is refused', () => {
  const known = new Set(['width'])
  knownOptions('BrowserWindow option', { width: 1 }, known)
  lacksByName(
    () => knownOptions('BrowserWindow option', { width: 1, vibrancy: 'menu' }, known),
    'BrowserWindow option vibrancy',
  )
})
