import assert from 'node:assert/strict'
import test from 'node:test'
import { constants, deflateSync, type ZlibOptions } from 'node:zlib'

import { seededRandom } from '../../../../../scripts/samples/random.ts'
import { inflate } from './inflate.ts'

const random = seededRandom(1)

/** Like a filtered film: small differences, few of them large. */
const differences = Buffer.from(
  Array.from({ length: 50_000 }, () => (random() < 0.5 ? 1 : -1) * Math.floor(-Math.log(1 - random()) * 4)),
)
/** Of all bytes alike, so that codes are no shorter than bytes. */
const noise = Buffer.from(Array.from({ length: 5_000 }, () => random() * 256))
/** Each byte half as often as the one before it: codes of up to 15 bits. */
const skewed = Buffer.from(
  Array.from({ length: 18 }, (_, value) =>
    Array.from({ length: 2 ** Math.max(17 - value, 0) }, () => value),
  ).flat(),
)
/** Repeated from so far back. */
const repeated = (distance: number) =>
  Buffer.concat(Array.from({ length: 40 }, () => noise.subarray(0, distance)))

const cases: readonly (readonly [string, Buffer, ZlibOptions])[] = [
  ['stored blocks', noise, { level: 0 }],
  ['the fixed codes', differences, { strategy: constants.Z_FIXED }],
  ['codes of its own, and no distance', differences, { strategy: constants.Z_HUFFMAN_ONLY }],
  ['codes of its own, many blocks', differences, { memLevel: 1 }],
  ['codes longer than the first look', skewed, { strategy: constants.Z_HUFFMAN_ONLY }],
  ['nothing', Buffer.alloc(0), {}],
  ['one byte', Buffer.of(7), {}],
  ['one byte again and again', Buffer.alloc(100_000, 9), {}],
  ...[2, 3, 7, 15, 16, 17, 3000].map(
    (distance) => [`a distance of ${distance}`, repeated(distance), {}] as const,
  ),
]

for (const [name, data, options] of cases) {
  test(`${name}: what was deflated comes back, however it is cut in pieces`, () => {
    const deflated = deflateSync(data, options)
    for (const length of [deflated.length, 1000, 7]) {
      const pieces = Array.from({ length: Math.ceil(deflated.length / length) }, (_, i) =>
        deflated.subarray(i * length, (i + 1) * length),
      )
      const inflated = inflate(pieces, data.length)
      assert.ok(inflated !== null)
      assert.equal(Buffer.compare(inflated, data), 0)
    }
  })
}

test('a stream of another size is none, nor is one without its end', () => {
  const deflated = deflateSync(differences)
  assert.equal(inflate([deflated], differences.length - 1), null)
  assert.equal(inflate([deflated], differences.length + 1), null)
  assert.equal(inflate([deflated.subarray(0, -1)], differences.length), null)
  assert.equal(inflate([], 0), null)
})

test('a stream of which a bit was turned is none, but for the bits that fill its last byte', () => {
  const data = differences.subarray(0, 300)
  const deflated = deflateSync(data)
  const taken = Array.from({ length: 8 * deflated.length }, (_, bit) => {
    const damaged = Buffer.from(deflated)
    damaged[bit >> 3]! ^= 1 << (bit & 7)
    const inflated = inflate([damaged], data.length)
    assert.ok(inflated === null || Buffer.compare(inflated, data) === 0, `bit ${bit}`)
    return inflated === null ? [] : [bit]
  }).flat()
  // The check sum's four bytes follow.
  for (const bit of taken) assert.equal(bit >> 3, deflated.length - 5)
})
