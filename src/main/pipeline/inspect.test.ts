import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { storedValueFigures } from './inspect.ts'

// stored values, min, max, mean, the same as little-endian int32
const cases = [
  [Uint8Array.of(0, 255), 0, 255, 127.5, '00000000 ff000000'],
  [Int8Array.of(-1, 1, 3), -1, 3, 1, 'ffffffff 01000000 03000000'],
  [Uint16Array.of(65535, 256), 256, 65535, 32895.5, 'ffff0000 00010000'],
  [Int16Array.of(-2048, 2047), -2048, 2047, -0.5, '00f8ffff ff070000'],
  // Beyond int32 the bits stay as they are.
  [Uint32Array.of(4294967295, 1), 1, 4294967295, 2147483648, 'ffffffff 01000000'],
] as const

for (const [pixels, min, max, mean, bytes] of cases) {
  test(`figures of ${pixels.constructor.name} [${pixels.join(', ')}]`, () => {
    const sha256 = createHash('sha256')
      .update(Buffer.from(bytes.replaceAll(' ', ''), 'hex'))
      .digest('hex')
    assert.deepEqual(storedValueFigures(pixels), { min, max, mean, sha256 })
  })
}

test('figures of more values than are looked at in one go', () => {
  const pixels = new Uint8Array(2 ** 20 + 3).fill(1)
  pixels.set([0, 9], 2 ** 20 - 1)
  const bytes = new Uint8Array(new Int32Array(pixels).buffer)
  assert.deepEqual(storedValueFigures(pixels), {
    min: 0,
    max: 9,
    mean: (2 ** 20 + 1 + 9) / (2 ** 20 + 3),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
})
