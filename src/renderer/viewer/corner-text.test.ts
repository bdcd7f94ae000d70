import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openedFilm } from '../opened-film.fixture.ts'
import { patientLines, pictureLines, studyLines, windowNumber, windowText } from './corner-text.ts'

describe('the corners of the film', () => {
  test('a name is shown family name first, every script of it', () => {
    const patient = { name: 'Yamada^Tarou=山田^太郎', id: '7', sex: 'M', age: '045Y', orientation: [] }
    assert.deepEqual(patientLines(openedFilm({ patient })), [
      'Yamada, Tarou / 山田, 太郎',
      'ID 7',
      'M · 45 Y',
    ])
  })

  test('what the file does not say takes no line', () => {
    assert.deepEqual(patientLines(openedFilm()), [])
    assert.deepEqual(studyLines(openedFilm()), [])
  })

  test('a date is written year first, an odd one as it stands', () => {
    const study = { date: '20260105', description: 'Chest', view: 'PA', modality: 'DX' }
    assert.deepEqual(studyLines(openedFilm({ study })), ['2026-01-05', 'Chest', 'DX · View PA'])
    assert.deepEqual(studyLines(openedFilm({ study: { ...study, date: '1994.11.05' } }))[0], '1994.11.05')
  })

  const spacings = [
    [{ pixel: [0.143, 0.143], imager: [0.2, 0.2] }, '0.143 × 0.143 mm a pixel'],
    [{ pixel: null, imager: [0.2, 0.1] }, '0.2 × 0.1 mm a pixel, at the detector'],
    [{ pixel: null, imager: null }, 'No spacing: lengths only in pixels'],
  ] as const
  for (const [spacing, text] of spacings) {
    test(`spacing: ${text}`, () => assert.equal(pictureLines(openedFilm({ spacing }))[1], text))
  }

  test('frames are counted where there are several', () => {
    assert.equal(pictureLines(openedFilm({ frame: 2, frames: 9 }))[0], 'Frame 3 of 9')
  })

  const numbers = [
    [2048, 4096, '2048'],
    [2048.4, 4096, '2048'],
    [-0.2, 400, '0'],
    [5.25, 10, '5.3'],
    [0.1234, 1, '0.123'],
  ] as const
  for (const [value, width, text] of numbers) {
    test(`${value} in a window ${width} wide is written ${text}`, () => {
      assert.equal(windowNumber(value, width), text)
    })
  }

  test('a window is told with its shape where that is not LINEAR', () => {
    const window = { centre: 2048, width: 4096, function: 'LINEAR', name: '' } as const
    assert.equal(windowText({ kind: 'window', window }), 'Window centre 2048, width 4096')
    assert.equal(
      windowText({ kind: 'window', window: { ...window, function: 'SIGMOID' } }),
      'Window centre 2048, width 4096 (sigmoid)',
    )
  })
})
