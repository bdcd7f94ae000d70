import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Band } from '../../shared/analysis.ts'
import { withEveryPage, withPages } from './report-pages.ts'
import type { FrameOutcome } from './score-result.ts'

type Kind = Band | 'refused' | 'failed'

const film = { name: '', sha256: null, frame: 0, frames: 1, rows: 1, columns: 1 }
const model = { id: 'a', version: '1.0.0', sha256: '' }

function resultOf(kind: Kind): FrameOutcome['result'] {
  if (kind === 'failed') return { ok: false, code: 'INTERNAL', message: '' }
  if (kind === 'refused') return { status: 'refused', film, model, reasons: [], warnings: [] }
  return {
    status: 'scored',
    film,
    model,
    provider: 'cpu',
    findings: [],
    label: 'a',
    band: kind,
    maps: [],
    likeness: null,
    lungs: null,
    warnings: [],
  }
}

/** So many of each kind, one after the other in the list. */
function listOf(...parts: readonly (readonly [kind: Kind, count: number])[]): FrameOutcome[] {
  const kinds = parts.flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  return kinds.map((kind, i) => ({ file: `${i}`, frame: 0, result: resultOf(kind), sha256: null }))
}

const places = (outcomes: readonly FrameOutcome[]) => outcomes.map(({ file }) => Number(file))
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

describe('the films with a page of their own', () => {
  const mixed = listOf(['negative', 1], ['indeterminate', 1], ['refused', 1], ['positive', 1], ['failed', 1])
  const cases: readonly (readonly [
    string,
    FrameOutcome[],
    asked: readonly number[],
    pages: readonly number[],
  ])[] = [
    ['are those that want a look, in the order of the list', mixed, [], [1, 3]],
    ['are those that were asked for too, each once', mixed, [0, 2, 3, 4], [0, 1, 2, 3, 4]],
    [
      'are positive before they are indeterminate',
      listOf(['indeterminate', 150], ['positive', 60]),
      [],
      [...range(0, 40), ...range(150, 210)],
    ],
    [
      'are those that were asked for before all others',
      listOf(['positive', 150], ['negative', 1]),
      [150],
      [...range(0, 99), 150],
    ],
  ]
  for (const [words, list, asked, pages] of cases) {
    test(words, () => {
      assert.deepEqual(places(withPages(list, ({ file }) => asked.includes(Number(file)))), pages)
    })
  }

  test('are all that could be read while these are few, and else those that want a look', () => {
    assert.deepEqual(places(withEveryPage(mixed)), [0, 1, 2, 3])
    const many = listOf(['negative', 100], ['positive', 1])
    assert.deepEqual(places(withEveryPage(many.slice(1))), range(1, 101))
    assert.deepEqual(places(withEveryPage(many)), [100])
  })
})
