import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from './accelerator.ts'

const main = process.platform === 'darwin' ? 'Meta' : 'Control'

const ACCELERATORS = [
  ['CmdOrCtrl+O', `${main}+O`],
  ['Shift+CmdOrCtrl+o', main === 'Meta' ? 'Shift+Meta+O' : 'Control+Shift+O'],
  ['Ctrl+Alt+Delete', 'Control+Alt+Delete'],
  ['Control+Return', 'Control+Enter'],
  ['CmdOrCtrl+Plus', `${main}++`],
  ['CmdOrCtrl++', `${main}++`],
  ['F11', 'F11'],
  ['Left', 'ArrowLeft'],
  ['Space', ' '],
] as const

for (const [accelerator, keys] of ACCELERATORS)
  test(`${accelerator} is pressed as ${JSON.stringify(keys)}`, () => {
    assert.equal(keysOf(accelerator), keys)
  })

test('an unknown modifier is named', () => {
  assert.throws(() => keysOf('Ctl+O'), /Ctl in the accelerator Ctl\+O is no modifier/)
})
