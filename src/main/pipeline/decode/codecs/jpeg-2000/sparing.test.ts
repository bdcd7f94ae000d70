// What a model is given of pictures that are decoded for a score, beside the whole ones.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { resample } from '../../../resample.ts'
import { greyPicture, type GreyPicture } from './grey-picture.ts'

interface Coded {
  readonly name: string
  readonly codestream: string
}

const all = JSON.parse(
  readFileSync(new URL('fixtures/codestreams.json', import.meta.url), 'utf8'),
) as readonly Coded[]

function codestreamOf(name: string): Buffer {
  return Buffer.from(all.find((coded) => coded.name === name)!.codestream, 'base64')
}

/** A square of the picture shrunk by `pixelsToOne`, black at the first end and white at the second. */
function inputOf({ samples, rows, columns }: GreyPicture, [black, white]: Ends, pixelsToOne: number) {
  const share = Float32Array.from({ length: 2 ** 16 }, (_, value) =>
    Math.min(Math.max((value - black) / (white - black), 0), 1),
  )
  const side = 160
  const size = { columns: side / pixelsToOne, rows: side / pixelsToOne }
  const film = { pixels: samples, rows, columns, range: { min: 0, max: share.length - 1 } }
  return resample(film, share, { left: 0, top: 0, right: side, bottom: side }, size)
}

type Ends = readonly [number, number]

// By root mean square a fifth of a step of 256, of which in 400 numbers the farthest is three or four times that.
const MOST_RMS = 1 / (5 * 256)
const FARTHEST = 4 * MOST_RMS

const windows: readonly (readonly [string, Ends])[] = [
  ['all of its values', [0, 4095]],
  ['a window that cuts off letters', [300, 3900]],
  ['a window that ends in the grain', [800, 2600]],
]

for (const name of ['film', 'film, 9/7']) {
  for (const [what, ends] of windows) {
    for (const pixelsToOne of [4, 8]) {
      test(`${name} shown by ${what}, ${pixelsToOne} pixels to one, gives a model the same`, () => {
        const codestream = codestreamOf(name)
        const [whole, coarse] = [
          greyPicture(codestream)!,
          greyPicture(codestream, { purpose: { pixelsToOne, ends } })!,
        ]
        const [expected, actual] = [whole, coarse].map((picture) => inputOf(picture, ends, pixelsToOne))
        const errors = actual!.map((value, i) => value - expected![i]!)
        const rms = Math.hypot(...errors) / Math.sqrt(errors.length)
        const farthest = errors.reduce((most, error) => Math.max(most, Math.abs(error)), 0)
        assert.ok(rms < MOST_RMS && farthest < FARTHEST, `${rms}, ${farthest}`)
        assert.notDeepEqual(coarse.samples, whole.samples)
      })
    }
  }
}

const exact: readonly (readonly [string, number, Ends])[] = [
  ['a narrow window', 8, [1000, 1400]],
  ['a film of few pixels', 2, [0, 4095]],
]

for (const [what, pixelsToOne, ends] of exact) {
  for (const { name, codestream } of all.filter((coded) => !coded.name.startsWith('9/7'))) {
    test(`${name}: for ${what} all of it is decoded`, () => {
      const bytes = Buffer.from(codestream, 'base64')
      if (name === 'film, 9/7' && pixelsToOne > 2) return
      assert.deepEqual(greyPicture(bytes, { purpose: { pixelsToOne, ends } }), greyPicture(bytes))
    })
  }
}

test('a picture without a bit for each pixel keeps its few greys', () => {
  const bytes = codestreamOf('sparse, narrow blocks')
  const purpose = { pixelsToOne: 8, ends: [0, 65_535] } as const
  assert.deepEqual(greyPicture(bytes, { purpose }), greyPicture(bytes))
})

test('grain is left out where all is grey, and not where black begins', () => {
  const codestream = codestreamOf('film')
  const whole = greyPicture(codestream)!
  // Around column 187, where the slope is at 150 + 12 × 187 = 2394, in the last code-block.
  const errorFor = (ends: Ends): number => {
    const coarse = greyPicture(codestream, { purpose: { pixelsToOne: 8, ends } })!
    const errors = Array.from({ length: 40 * 20 }, (_, i) => {
      const at = (132 + Math.floor(i / 20)) * whole.columns + 177 + (i % 20)
      return coarse.samples[at]! - whole.samples[at]!
    })
    return Math.hypot(...errors) / Math.sqrt(errors.length)
  }
  // The grain's own is 30 / √3 = 17.6. Near an end a pixel moves by 1/200 of the window at most, mostly by half as much.
  assert.ok(errorFor([0, 3600]) > 12, `${errorFor([0, 3600])}`)
  assert.ok(errorFor([2400, 6000]) < 9, `${errorFor([2400, 6000])}`)
})
