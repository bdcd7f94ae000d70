import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodePicture } from '../adapters/sharp.ts'
import { printPictures, type PrintedPicture } from './film-pictures.ts'
import { exampleFilm, exampleHeat, exampleRefused, exampleScored } from './report-example.fixture.ts'

const SIZE = 130
const plain = { rows: SIZE, columns: SIZE, grey: new Uint8Array(SIZE * SIZE).fill(90), pixelAspect: 1 }
const scored = exampleScored('a.dcm', [0.9, 0.05, 0.05])

async function pixelOf(picture: PrintedPicture | null, column: number, row: number): Promise<number[]> {
  assert.ok(picture)
  const { samples, columns, channels } = await decodePicture({ name: 'printed', bytes: picture.jpeg }, 0)
  const start = (row * columns + column) * channels
  return [...samples.slice(start, start + channels)]
}

describe('printPictures', () => {
  test('the film without a map stays as it was', async () => {
    const { film, heat } = await printPictures(exampleFilm(scored, plain, null))
    assert.equal(heat, null)
    const [grey = 0] = await pixelOf(film, 60, 60)
    assert.ok(Math.abs(grey - 90) <= 2)
  })

  test('heat lies where the map says, lower left, and is warm; elsewhere is the film', async () => {
    const { heat } = await printPictures(exampleFilm(scored, plain, exampleHeat(SIZE)))
    // The hottest place is cell (3.5, 8): column 40, row 85 of 130.
    const [red = 0, green = 0, blue = 0] = await pixelOf(heat, 40, 85)
    assert.ok(red > 180 && red > green && green > blue, `${red} ${green} ${blue}`)
    const mirrored = await pixelOf(heat, SIZE - 41, SIZE - 86)
    assert.ok(
      mirrored.every((value) => Math.abs(value - 90) <= 3),
      mirrored.join(),
    )
  })

  test('tall pixels make a tall picture', async () => {
    const { film } = await printPictures(exampleFilm(scored, { ...plain, pixelAspect: 2 }, null))
    assert.equal(film?.shape, 2)
  })

  test('a refused film gets no map even where one is handed in', async () => {
    const { heat } = await printPictures(exampleFilm(exampleRefused('a.dcm'), plain, exampleHeat(SIZE)))
    assert.equal(heat, null)
  })
})
