import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { places } from '../places.ts'
import { externalDataOf } from './external-data.ts'

/** A length-delimited field of fewer than 128 bytes. */
const field = (number: number, ...contents: (number | number[])[]): number[] => {
  const bytes = contents.flat()
  const tag = number * 8 + 2
  return [...(tag < 128 ? [tag] : [(tag & 0x7f) | 0x80, tag >> 7]), bytes.length, ...bytes]
}
const letters = (word: string) => [...Buffer.from(word)]

const DIMS = [0x08, 0x02]
// Field 14, a varint: 14 * 8 = 0x70. 1 is EXTERNAL.
const location = (value: number) => [0x70, value]
const path = field(13, field(1, letters('location')), field(2, letters('/etc/passwd')))
const external = [...DIMS, ...path, ...location(1)]
const inner = [...DIMS, ...location(0), ...field(9, [1, 2, 3, 4])]

const cases: readonly (readonly [name: string, model: readonly number[], expected: string])[] = [
  ['weights in the file', field(7, field(5, inner)), 'none'],
  ['weights in another file', field(7, field(5, external)), 'external'],
  ['one other file among many', field(7, field(5, inner), field(5, inner), field(5, external)), 'external'],
  ['a location without a path', field(7, field(5, location(1))), 'external'],
  ['a path whose location is not used', field(7, field(5, path)), 'external'],
  ['a constant of a node', field(7, field(1, field(5, field(5, external)))), 'external'],
  ['a branch of a node', field(7, field(1, field(5, field(6, field(5, external))))), 'external'],
  ['sparse weights', field(7, field(15, field(1, external))), 'external'],
  [
    'a function of the model',
    [...field(7), ...field(25, field(7, field(5, field(5, external))))],
    'external',
  ],
  ['training information', [...field(7), ...field(20, field(1, field(5, external)))], 'external'],
  ['a doc string that looks like a tensor', field(7, field(10, external)), 'none'],
  ['no graph', field(2, letters('pytorch')), 'unreadable'],
  ['nothing', [], 'unreadable'],
  ['a graph cut short', field(7, field(5, inner)).slice(0, -1), 'unreadable'],
  ['a text', letters('<!doctype html>'), 'unreadable'],
]

for (const [name, model, expected] of cases) {
  test(`${name}: ${expected}`, () => assert.equal(externalDataOf(Uint8Array.from(model)), expected))
}

test('the shipped models keep their weights to themselves', () => {
  const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url))
  const files = [places.models, fixtures].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('model.onnx'))
      .map((name) => join(folder, name)),
  )
  assert.ok(files.length >= 3)
  for (const file of files) assert.equal(externalDataOf(readFileSync(file)), 'none', file)
})
