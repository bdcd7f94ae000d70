import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileKind } from '../film.ts'
import { usedBitsWindow } from './used-bits-window.ts'

// The width that shows value 2^bits - 1 white is 2^bits; null where the full range stays.
const cases: readonly (readonly [kind: FileKind, bitsStored: number, max: number, width: number | null])[] = [
  ['png', 16, 4095, 4096],
  ['tiff', 16, 4096, 8192],
  ['png', 16, 16383, 16384],
  ['png', 16, 16384, null],
  ['png', 16, 65535, null],
  ['png', 16, 200, 256],
  ['png', 16, 0, 256],
  ['png', 8, 200, null],
  ['dicom', 16, 4095, null],
]

for (const [kind, bitsStored, max, width] of cases) {
  test(`${kind} of ${bitsStored} bits with values up to ${max} opens with ${width ?? 'its full range'}`, () => {
    const [window] = usedBitsWindow(kind, { bitsStored }, { min: 0, max })
    assert.deepEqual(
      [window?.width, window?.centre],
      width === null ? [undefined, undefined] : [width, width / 2],
    )
  })
}
