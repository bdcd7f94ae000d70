import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Voi } from '../../shared/greyscale/grey-transform.ts'
import { openedFilm } from '../opened-film.fixture.ts'
import { colourBytes, greyBytes } from './grey-bytes.ts'

const linear = (centre: number, width: number): Voi => ({
  kind: 'window',
  window: { centre, width, function: 'LINEAR', name: '' },
})
const straight = (voi: Voi) => ({ voi, turned: false })
const turned = (voi: Voi) => ({ voi, turned: true })

describe('the table of a grey film', () => {
  // PS3.3 C.11.2.1.2.1 by hand: ((x - (c - 0.5)) / (w - 1) + 0.5) * 255, rounded.
  const cases = [
    [2048, 4096, 0, 0],
    [2048, 4096, 4095, 255],
    [2048, 4096, 2048, 128],
    [1000, 101, 950, 1],
    [1000, 101, 949, 0],
    [1000, 101, 1050, 255],
  ] as const
  for (const [centre, width, stored, byte] of cases) {
    test(`window ${centre}/${width} shows ${stored} as ${byte}`, () => {
      assert.equal(greyBytes(openedFilm(), straight(linear(centre, width)))[stored], byte)
    })
  }

  test('starts at the smallest value where values go below 0', () => {
    const bytes = greyBytes(openedFilm({ range: { min: -10, max: 20 } }), straight(linear(0, 1)))
    assert.equal(bytes.length, 31)
    assert.deepEqual([...bytes.slice(8, 12)], [0, 0, 255, 255])
  })

  test('starts at 0 where no value goes below', () => {
    assert.equal(greyBytes(openedFilm({ range: { min: 100, max: 200 } }), straight(linear(0, 1))).length, 201)
  })

  test('MONOCHROME1 is turned after the window', () => {
    const { grey } = openedFilm()
    const film = openedFilm({ grey: { ...grey, inverted: true } })
    const bytes = greyBytes(film, straight(linear(2048, 4096)))
    assert.deepEqual([bytes[0], bytes[4095]], [255, 0])
    assert.deepEqual([...greyBytes(film, turned(linear(2048, 4096)))].slice(0, 1), [0])
  })

  test('padding stays black when the film is turned', () => {
    const film = openedFilm({ range: { min: -3, max: 3 }, padding: { low: -3, high: -2 } })
    assert.deepEqual([...greyBytes(film, turned(linear(10, 1)))], [0, 0, 255, 255, 255, 255, 255])
  })

  for (const [low, high] of [
    [-9, -5],
    [-9, -3],
    [-2, -1],
    [4, 9],
  ] as const) {
    test(`padding from ${low} to ${high}, beyond the table, blackens nothing of 0 to 3`, () => {
      const film = openedFilm({ range: { min: 0, max: 3 }, padding: { low, high } })
      assert.deepEqual([...greyBytes(film, straight(linear(-100, 1)))], [255, 255, 255, 255])
    })
  }
})

describe('the table of a colour film', () => {
  test('a window over all values leaves the colours as they are', () => {
    const bytes = colourBytes(openedFilm({ bitsStored: 8 }), straight(linear(128, 256)))
    assert.deepEqual([...bytes], [...Array(256).keys()])
  })

  test('16 bits of colour come to the same bytes', () => {
    const bytes = colourBytes(openedFilm({ bitsStored: 16 }), straight(linear(32_768, 65_536)))
    assert.deepEqual([bytes[0], bytes[128], bytes[255]], [0, 128, 255])
  })

  test('turned colours are their complements', () => {
    const bytes = colourBytes(openedFilm({ bitsStored: 8 }), turned(linear(128, 256)))
    assert.deepEqual([bytes[0], bytes[100], bytes[255]], [255, 155, 0])
  })
})
