import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { before, describe, test } from 'node:test'
import { decodePicture } from '../src/main/adapters/sharp.ts'
import { makeSamples, type SampleFile } from './make-samples.ts'
import { chestPhantom, phantom } from './samples/phantom.ts'

const shipped = (name: string): Promise<Buffer> =>
  readFile(new URL(`../assets/samples/${name}`, import.meta.url))

describe('the sample films', () => {
  let samples: SampleFile[] = []
  before(async () => {
    samples = await makeSamples()
  })

  test('the DICOM files are byte for byte what the script makes', async () => {
    for (const { name, bytes } of samples.filter((sample) => sample.name.endsWith('.dcm'))) {
      assert.ok(bytes.equals(await shipped(name)), `run node scripts/make-samples.ts: ${name} differs`)
    }
  })

  // Compressors differ between platforms and versions, so these are compared by what they show.
  test('PNG and JPEG show what the script makes', async () => {
    for (const [ending, tolerance] of [
      ['.png', 0],
      ['.jpg', 3],
    ] as const) {
      const sample = samples.find(({ name }) => name.endsWith(ending))
      assert.ok(sample)
      const made = await decodePicture(sample, 0)
      const kept = await decodePicture({ name: sample.name, bytes: await shipped(sample.name) }, 0)
      assert.deepEqual(
        [kept.rows, kept.columns, kept.channels, kept.bits],
        [made.rows, made.columns, 1, made.bits],
      )
      let worst = 0
      made.samples.forEach((value: number, i: number) => {
        worst = Math.max(worst, Math.abs(value - (kept.samples[i] ?? 0)))
      })
      assert.ok(worst <= tolerance, `${sample.name} differs by ${worst}`)
    }
  })

  test('all four together stay below 2.5 MB', () => {
    assert.ok(samples.reduce((sum, { bytes }) => sum + bytes.length, 0) < 2.5e6)
  })
})

describe('chestPhantom', () => {
  const mean = (film: { size: number; values: Float32Array }, x: number, y: number): number => {
    const [column, row] = [Math.round(x * film.size), Math.round(y * film.size)]
    let sum = 0
    for (let r = row - 4; r <= row + 4; r++) {
      for (let c = column - 4; c <= column + 4; c++) sum += film.values[r * film.size + c] ?? 0
    }
    return sum / 81
  }

  test('air is black, lung dark, mediastinum and abdomen bright', () => {
    const film = chestPhantom({ seed: 1, size: 256 })
    const [air, lung, heart, abdomen] = [
      mean(film, 0.05, 0.8),
      mean(film, 0.27, 0.42),
      mean(film, 0.55, 0.6),
      mean(film, 0.35, 0.88),
    ]
    assert.ok(air < 0.02 && lung > 0.1 && lung < 0.4, `air ${air}, lung ${lung}`)
    assert.ok(heart > 2 * lung && abdomen > 2 * lung, `heart ${heart}, abdomen ${abdomen}`)
  })

  test('an opacity brightens the lung where it was put and nowhere else', () => {
    const clear = chestPhantom({ seed: 3, size: 256, noise: 0 })
    const opacity = { at: [-9, 1], radius: 3, density: 0.7, kind: 'consolidation' } as const
    const filled = chestPhantom({ seed: 3, size: 256, noise: 0, opacities: [opacity] })
    const [x, y] = [0.5 - 9 / 43, 0.5 + 1 / 43]
    assert.ok(mean(filled, x, y) > mean(clear, x, y) + 0.1)
    assert.ok(Math.abs(mean(filled, 1 - x, y) - mean(clear, 1 - x, y)) < 0.02)
  })

  test('the same number gives the same film, another number another', () => {
    assert.deepEqual(phantom(3, 64), phantom(3, 64))
    assert.notDeepEqual(phantom(3, 64).values, phantom(4, 64).values)
  })
})
