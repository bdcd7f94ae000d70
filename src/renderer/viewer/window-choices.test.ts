import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openedFilm } from '../opened-film.fixture.ts'
import { sameVoi, spanWindow, windowChoices } from './window-choices.ts'

const { grey, window } = openedFilm()
const lung = { centre: 1000, width: 500, function: 'LINEAR', name: 'Lung' } as const
const table = { firstMapped: 0, bits: 8, entries: Uint16Array.of(0, 255), name: '' }
const names = (film: Parameters<typeof windowChoices>[0]) => windowChoices(film).map(({ name }) => name)

describe('the windows to choose from', () => {
  test('the file’s tables come first, then its windows, then the full range', () => {
    const film = openedFilm({ grey: { ...grey, windows: [lung, { ...lung, name: '' }], voiTables: [table] } })
    assert.deepEqual(names(film), ['VOI LUT 1 of the file', 'Lung', 'Window 2 of the file', 'Full range'])
  })

  test('a film without a window offers the one that was made for it', () => {
    const made = {
      centre: 1000,
      width: 900,
      function: 'LINEAR_EXACT',
      name: '1st to 99th percentile',
    } as const
    assert.deepEqual(names(openedFilm({ window: made })), [
      'As opened (1st to 99th percentile)',
      'Full range',
    ])
  })

  test('no two have one name, and the full range is not offered twice', () => {
    const picture = openedFilm({
      window: { centre: 128, width: 256, function: 'LINEAR', name: 'Full range' },
      range: { min: 3, max: 250 },
    })
    assert.deepEqual(names(picture), ['Full range', 'Darkest to brightest'])
    assert.deepEqual(names({ ...picture, range: { min: 0, max: 255 } }), ['Full range'])
  })

  test('what stands on the button is short, but for what the file itself says', () => {
    const short = (film: Parameters<typeof windowChoices>[0]) => windowChoices(film).map((one) => one.short)
    const film = openedFilm({ grey: { ...grey, windows: [lung, { ...lung, name: '' }], voiTables: [table] } })
    assert.deepEqual(short(film), ['VOI LUT 1', 'Lung', 'Window 2', 'Full range'])
    const made = { ...window, name: '1st to 99th percentile' }
    assert.deepEqual(short(openedFilm({ window: made }))[0], 'As opened')
    assert.deepEqual(short(openedFilm({ window: { ...window, name: 'Full range' } }))[0], 'Full range')
  })

  test('the full range goes by modality values', () => {
    const film = openedFilm({
      range: { min: 0, max: 100 },
      grey: { ...grey, modality: { kind: 'rescale', slope: -2, intercept: 10, unit: '' } },
    })
    const [, full] = windowChoices(film)
    assert.deepEqual(full?.voi, {
      kind: 'window',
      window: { centre: -89.5, width: 201, function: 'LINEAR', name: '' },
    })
  })

  test('0 to 4095 is the window 2048/4096', () => {
    assert.deepEqual(spanWindow({ low: 0, high: 4095 }), { ...window })
  })

  test('windows are the same by what they show, not by their names', () => {
    const one = { kind: 'window', window: lung } as const
    assert.ok(sameVoi(one, { kind: 'window', window: { ...lung, name: 'other' } }))
    assert.ok(!sameVoi(one, { kind: 'window', window: { ...lung, function: 'SIGMOID' } }))
    assert.ok(!sameVoi(one, { kind: 'table', table }))
  })
})
