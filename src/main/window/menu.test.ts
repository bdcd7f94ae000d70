import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MenuItemConstructorOptions } from 'electron'
import { strings } from '../../shared/strings.en.ts'
import { menuTemplate } from './menu.ts'

const menu = menuTemplate(() => undefined, { order: ['cpu'], chosen: 'auto', choose: () => undefined })

function acceleratorsOf(items: readonly MenuItemConstructorOptions[]): string[] {
  return items.flatMap(({ accelerator, submenu }) => [
    ...(accelerator === undefined ? [] : [accelerator]),
    ...(Array.isArray(submenu) ? acceleratorsOf(submenu) : []),
  ])
}

test('the list of keys has all keys of the menu, and none with Ctrl beside them', () => {
  const written = acceleratorsOf(menu).map((keys) =>
    keys.replace('CmdOrCtrl', 'Ctrl').replace('Return', 'Enter').replaceAll('+', ' '),
  )
  const listed = strings.keys.groups.flatMap(({ rows }) => rows.flatMap(({ keys }) => keys))
  assert.deepEqual(
    written.filter((keys) => !listed.includes(keys)),
    [],
  )
  assert.deepEqual(
    listed.filter((keys) => keys.startsWith('Ctrl') && !written.includes(keys)),
    [],
  )
})
