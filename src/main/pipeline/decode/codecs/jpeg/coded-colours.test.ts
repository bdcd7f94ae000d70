import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PixelDescription } from '../../dicom/pixel-description.ts'
import { coloursOf } from './coded-colours.ts'
import type { JpegHeader } from '../jpeg-header.ts'

const component = (id: number, factor = 1) => ({ id, horizontal: factor, vertical: 1, divisors: 0 })
const plain: JpegHeader = {
  frameMarker: 0xc0,
  precision: 8,
  rows: 8,
  columns: 8,
  components: [component(1), component(2), component(3)],
  jfif: false,
  adobeTransform: null,
}
const subsampled = [component(1, 2), component(2), component(3)]
const lettered = [component(0x52), component(0x47), component(0x42)]

// what the codestream says, what (0028,0004) says, what its samples are
const cases: readonly (readonly [
  string,
  JpegHeader,
  PixelDescription['photometricInterpretation'],
  'RGB' | 'YBR_FULL',
])[] = [
  ['nothing, RGB', plain, 'RGB', 'RGB'],
  ['nothing, YBR_FULL', plain, 'YBR_FULL', 'YBR_FULL'],
  ['nothing, YBR_FULL_422', plain, 'YBR_FULL_422', 'YBR_FULL'],
  ['Adobe without transform, YBR_FULL', { ...plain, adobeTransform: 0 }, 'YBR_FULL', 'RGB'],
  ['Adobe with transform, RGB', { ...plain, adobeTransform: 1 }, 'RGB', 'YBR_FULL'],
  ['JFIF, RGB', { ...plain, jfif: true }, 'RGB', 'YBR_FULL'],
  ['components named R, G and B, YBR_FULL', { ...plain, components: lettered }, 'YBR_FULL', 'RGB'],
  ['chroma at half the width, RGB', { ...plain, components: subsampled }, 'RGB', 'YBR_FULL'],
]

for (const [name, header, photometricInterpretation, expected] of cases) {
  test(`${name}: ${expected}`, () => {
    const description = { photometricInterpretation }
    assert.equal(coloursOf(header, description), expected)
  })
}
