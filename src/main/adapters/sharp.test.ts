import assert from 'node:assert/strict'
import test from 'node:test'

import { decodePicture, encodeJpeg, encodePng, openPicture, resizePicture, type Picture } from './sharp.ts'

const pictures: readonly (readonly [name: string, picture: Picture])[] = [
  ['grey', { rows: 2, columns: 3, channels: 1, bits: 8, samples: Uint8Array.of(0, 1, 127, 128, 254, 255) }],
  [
    'grey of 16 bits',
    { rows: 1, columns: 3, channels: 1, bits: 16, samples: Uint16Array.of(0, 40_001, 65_535) },
  ],
  ['RGB', { rows: 1, columns: 2, channels: 3, bits: 8, samples: Uint8Array.of(1, 2, 3, 250, 251, 252) }],
  [
    'RGBA',
    { rows: 1, columns: 2, channels: 4, bits: 8, samples: Uint8Array.of(1, 2, 3, 4, 250, 251, 252, 255) },
  ],
]

for (const [name, picture] of pictures) {
  test(`a ${name} picture comes back from PNG as it went in`, async () => {
    const bytes = await encodePng(picture)
    const decoded = await decodePicture({ name: 'film.png', bytes }, 0)
    assert.deepEqual(decoded, { ...picture, pages: 1, truncated: false })
  })
}

test('a grey JPEG stays grey and near its origin', async () => {
  const samples = Uint8ClampedArray.from({ length: 64 }, (_, i) => i * 3)
  const bytes = await encodeJpeg({ rows: 8, columns: 8, channels: 1, bits: 8, samples }, 95)
  const decoded = await decodePicture({ name: 'film.jpg', bytes }, 0)
  assert.equal(decoded.channels, 1)
  decoded.samples.forEach((value, i) => assert.ok(Math.abs(value - (samples[i] ?? Number.NaN)) <= 3))
})

test('a picture of one value stays so at any size', async () => {
  const flat: Picture = { rows: 4, columns: 4, channels: 1, bits: 8, samples: new Uint8Array(16).fill(77) }
  const resized = await resizePicture(flat, { rows: 3, columns: 7 })
  assert.deepEqual([resized.rows, resized.columns, resized.channels], [3, 7, 1])
  assert.deepEqual(
    [...resized.samples],
    Array.from({ length: 21 }, () => 77),
  )
})

test('the size is told before anything is decoded', async () => {
  const bytes = await encodePng({ rows: 2, columns: 3, channels: 1, bits: 8, samples: new Uint8Array(6) })
  const { rows, columns, pages } = await openPicture({ name: 'film.png', bytes })
  assert.deepEqual({ rows, columns, pages }, { rows: 2, columns: 3, pages: 1 })
})

test('a picture whose header is damaged is named', async () => {
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40)])
  await assert.rejects(openPicture({ name: 'film.png', bytes }), {
    code: 'DECODE_DAMAGED',
    message:
      /^film\.png starts like a picture but its header cannot be read \(.+\); copy it again from its source\.$/,
  })
})
