import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import {
  accelerators,
  clickAccelerator,
  clickMenu,
  clickPlace,
  Menu,
  menuItemState,
  setSurroundings,
  shownItems,
} from './menu.ts'

const clicked: string[] = []
const main = process.platform === 'darwin' ? 'Meta' : 'Control'

setSurroundings({ focusedWindow: () => null, app: { quit: () => void clicked.push('quit') } })

beforeEach(() => {
  clicked.length = 0
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '&File',
        submenu: [
          { label: 'Open film…', id: 'open', accelerator: 'CmdOrCtrl+O', click: () => clicked.push('open') },
          { type: 'separator' },
          { label: 'Save', enabled: false, accelerator: 'CmdOrCtrl+S', click: () => clicked.push('save') },
          { role: 'quit' },
        ],
      },
      {
        label: 'View',
        submenu: [
          { label: 'Grid', type: 'checkbox', click: ({ checked }) => clicked.push(`grid ${checked}`) },
        ],
      },
    ]),
  )
})

for (const name of ['File > Open film', 'File > Open film…', 'open'])
  test(`a spec clicks '${name}'`, () => {
    clickMenu(name)
    assert.deepEqual(clicked, ['open'])
  })

test('a role does what Electron’s role does', () => {
  clickMenu('quit')
  assert.deepEqual(clicked, ['quit'])
})

test('a checkbox turns with each click', () => {
  clickMenu('View > Grid')
  assert.equal(menuItemState('View > Grid').checked, true)
  clickMenu('View > Grid')
  assert.deepEqual(clicked, ['grid true', 'grid false'])
})

test('a wrong path says what there is instead', () => {
  assert.throws(
    () => clickMenu('File > Print'),
    /'File > Print': beside 'Print' there are Open film…, Save, Quit/,
  )
})

test('a disabled item is clicked by nobody', async () => {
  assert.throws(() => clickMenu('File > Save'), /disabled/)
  await clickAccelerator(`${main}+S`)
  clickPlace([0, 2])
  assert.deepEqual(clicked, [])
})

test('keys and places lead to their items', async () => {
  assert.deepEqual(accelerators(), [`${main}+O`, `${main}+S`, `${main}+Q`])
  await clickAccelerator(`${main}+O`)
  clickPlace([1, 0])
  assert.deepEqual(clicked, ['open', 'grid true'])
})

test('a person is shown labels without ampersands', () => {
  assert.deepEqual(
    shownItems().map(({ label, items }) => [label, items.length]),
    [
      ['File', 4],
      ['View', 1],
    ],
  )
})

test('roles and options that the stand-in lacks fail by name', () => {
  assert.throws(() => Menu.buildFromTemplate([{ role: 'startSpeaking' }]), {
    message: "e2e/host has no menu role 'startSpeaking'",
  })
  assert.throws(() => Menu.buildFromTemplate([{ label: 'A', before: ['b'] }]), {
    message: 'e2e/host has no menu item option before',
  })
})
