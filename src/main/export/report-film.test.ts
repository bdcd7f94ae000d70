import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HilumError, type Failure } from '../../shared/errors.ts'
import { markText } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import { pixelShape } from '../../shared/measuring/pixel-shape.ts'
import { filmId } from '../../shared/units.ts'
import { filmFacts } from '../pipeline/film-facts.ts'
import { filmFixture } from '../pipeline/film.fixture.ts'
import type { Geometry } from '../pipeline/film.ts'
import { picture } from '../pipeline/picture.ts'
import { describeForWindow } from '../window/opened-film.ts'
import { drawnPage, reportFilm, reportRow } from './report-film.ts'
import type { FrameOutcome } from './score-result.ts'

const outcome: FrameOutcome = {
  file: 'film.dcm',
  frame: 0,
  result: {
    status: 'refused',
    film: { name: 'film.dcm', sha256: null, frame: 0, frames: 1, rows: 200, columns: 200 },
    model: { id: 'a', version: '1.0.0', sha256: '' },
    reasons: [],
    warnings: [],
  },
  sha256: null,
}

describe('a film’s page', () => {
  const film = filmFixture()
  const there = async () => ({ ...picture(film, 200), facts: filmFacts(film) })
  const failing = (error: Error) => () => Promise.reject(error)
  const vanished = failing(new HilumError('READ_NOT_FOUND', 'film.dcm is not there.'))
  const failed: Failure = { ok: false, code: 'DECODE_DAMAGED', message: 'film.dcm is damaged.' }
  const pageOf = (result: FrameOutcome['result'], draw: typeof there) => {
    const reported = { ...outcome, result }
    return drawnPage([reported, reportRow(reported, 'film.dcm')], draw)
  }

  for (const [what, result, draw, pictured] of [
    ['has its picture where the film is still there', outcome.result, there, true],
    ['has none where the film has vanished since it was scored', outcome.result, vanished, false],
    ['has none of a film that failed', failed, there, false],
  ] as const) {
    test(what, async () => {
      const page = await pageOf(result, draw)
      assert.deepEqual([page.row.name, page.picture !== null], ['film.dcm', pictured])
    })
  }

  for (const error of [new HilumError('CANCELLED', 'Hilum was closed.'), new TypeError('no picture')]) {
    test(`is not made where “${error.message}” is why there is no picture`, async () => {
      await assert.rejects(pageOf(outcome.result, failing(error)), error)
    })
  }
})

describe('a film’s page tells what the window tells', () => {
  const line = { from: { x: 0, y: 0 }, to: { x: 0, y: 100 } }
  const mark = { kind: 'length', lines: [line] } as const
  const cases: readonly (readonly [says: string, Partial<Geometry>, text: string, aspect: number])[] = [
    ['nothing', {}, 'Length 100 px', 1],
    ['a spacing', { pixelSpacing: [0.4, 0.2] }, 'Length 40.0 mm (by the file)', 2],
    ['that of the detector', { imagerPixelSpacing: [0.1, 0.2] }, 'Length 10.0 mm (at the detector)', 0.5],
    ['that of a scanned film', { scannedPixelSpacing: [0.2, 0.2] }, 'Length 20.0 mm (at the detector)', 1],
    ['an aspect ratio', { pixelAspectRatio: [3, 1] }, 'Length 300 px', 3],
  ]
  for (const [says, geometry, text, aspect] of cases) {
    test(`where its file gives ${says}`, () => {
      const film = filmFixture({ geometry })
      const shown = describeForWindow({ id: filmId('film-1'), name: 'film.dcm' }, film)
      const { across, down } = pixelShape(shown)
      assert.deepEqual([markText(mark, scaleOf(shown)), down / across], [text, aspect])

      const page = reportFilm(
        outcome,
        reportRow(outcome, 'film.dcm'),
        { ...picture(film, 200), facts: filmFacts(film) },
        { marks: [mark], isOnScreen: false },
      )
      assert.deepEqual([page.marks[0]?.text, page.picture?.pixelAspect], [text, aspect])
    })
  }
})
