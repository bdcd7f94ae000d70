import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { strings } from '../../shared/strings.en.ts'
import { keys } from './keys.ts'

const WRITTEN: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
  '-': '−',
  // The key of + without Shift.
  '=': '+',
}
const listed = new Set(strings.keys.groups.flatMap(({ rows }) => rows.flatMap((row) => row.keys)))

describe('the list of keys', () => {
  for (const key of Object.keys(keys)) {
    const written = WRITTEN[key] ?? (key.length === 1 ? key.toUpperCase() : key)
    test(`has ${written}`, () => assert.ok(listed.has(written)))
  }

  test('has no key that does nothing', () => {
    const single = [...listed].filter((key) => /^[A-Z0-9?]$/.test(key))
    assert.deepEqual(
      single.filter((key) => !(key.toLowerCase() in keys)),
      [],
    )
  })
})
