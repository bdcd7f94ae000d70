import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Analysis, HeatMap } from '../../shared/analysis.ts'
import { scoreFileSchema, type ScoreFile } from '../../shared/score-file.ts'
import { probability } from '../../shared/units.ts'
import { scoreCsv } from './score-csv.ts'
import { scoreJson } from './score-json.ts'
import { computedOn, scoreResult } from './score-result.ts'
import { scoreTable } from './score-table.ts'

const hash = (digit: string) => digit.repeat(64)
const film = { name: '=x.dcm', sha256: hash('a'), frame: 1, frames: 2, rows: 1, columns: 1 }
const model = { id: 'm', version: '1.0.0', sha256: hash('b') }
const finding = { finding: true, threshold: 0.5, band: 'positive' } as const
const warning = { code: 'AGE', message: 'A child, "4" years.' }

const map = (label: string, method: HeatMap['method'], insideLungs: number | null): HeatMap => ({
  ...{ label, method, rows: 1, columns: 1, values: Float32Array.of(1), fullScale: 1, insideLungs },
  placement: { originX: 0, originY: 0, cellWidth: 1, cellHeight: 1 },
})

const scored: Analysis = {
  status: 'scored',
  film,
  model,
  provider: 'webgpu',
  findings: [
    { ...finding, label: 'A', name: 'Class A', probability: probability(0.75) },
    { ...finding, label: 'B', name: 'Class B', probability: probability(0.25), band: 'negative' },
  ],
  label: 'A',
  band: 'positive',
  maps: [map('A', 'gradcam', 0.5), map('B', 'gradcam', null), map('A', 'hiresmap', 0.1)],
  lungs: { box: { left: 0, top: 0, right: 1, bottom: 1 }, area: 0.5 },
  likeness: null,
  warnings: [warning],
}
const refused: Analysis = {
  status: 'refused',
  film,
  model,
  reasons: [
    { code: 'GATE_BLANK', message: 'It is blank.' },
    { code: 'GATE_COLOUR', message: 'It is in colour.' },
  ],
  warnings: [],
}
const failed = { ok: false, code: 'DECODE_DAMAGED', message: '=x.dcm is damaged.' } as const

const scores: ScoreFile = {
  schema: 'hilum/score@1',
  app: { version: '9.9.9' },
  model,
  provider: 'webgpu, cpu',
  startedAt: '2026-01-05T09:00:00.000Z',
  durationMs: 12,
  results: [
    scoreResult({ file: '=x.dcm', frame: 1, result: scored, sha256: null }),
    scoreResult({ file: 'd/日本.dcm', frame: 0, result: refused, sha256: null }),
    scoreResult({ file: 'e\u001b[2J.dcm', frame: 0, result: failed, sha256: hash('c') }),
  ],
}

describe('a result', () => {
  test('of a scored film has all of its scores, its own hash and no reason', () => {
    assert.deepEqual(scores.results[0], {
      file: '=x.dcm',
      frame: 1,
      status: 'scored',
      code: null,
      message: null,
      probabilities: { A: 0.75, B: 0.25 },
      insideLungs: { A: 0.5, B: null },
      label: 'A',
      band: 'positive',
      provider: 'webgpu',
      sha256: hash('a'),
      warnings: [warning],
    })
  })

  const outside = [
    [
      'A',
      0.49,
      [warning, { code: 'EXPLAIN_OUTSIDE_LUNGS', message: 'The score may come from outside the lungs.' }],
    ],
    ['A', null, [warning]],
    // The class is not called.
    ['B', 0.1, [warning]],
  ] as const
  for (const [label, insideLungs, warnings] of outside) {
    test(`whose map of ${label} lies in the lungs by ${insideLungs} has ${warnings.length} warnings`, () => {
      const result = { ...scored, maps: [map(label, 'gradcam', insideLungs)] }
      assert.deepEqual(scoreResult({ file: '', frame: 0, result, sha256: null }).warnings, warnings)
    })
  }

  test('of a film whose lungs were not looked for has no shares', () => {
    const result = { ...scored, lungs: null }
    assert.deepEqual(scoreResult({ file: '', frame: 0, result, sha256: null }).insideLungs, {})
  })

  test('of a refused film has every reason, the first one as its code, and no score', () => {
    const { status, code, message, probabilities, label, band } = scores.results[1]!
    assert.deepEqual([status, code, message], ['refused', 'GATE_BLANK', 'It is blank. It is in colour.'])
    assert.deepEqual([probabilities, label, band], [{}, null, null])
  })

  test('of a failed film has the hash that was handed in', () => {
    const { status, code, sha256 } = scores.results[2]!
    assert.deepEqual([status, code, sha256], ['failed', 'DECODE_DAMAGED', hash('c')])
  })
})

test('the JSON satisfies hilum/score@1 and loses nothing', () => {
  assert.deepEqual(scoreFileSchema.parse(JSON.parse(scoreJson(scores))), scores)
})

test('the CSV has a column for each label, empty where there is no score, and runs in no spreadsheet', () => {
  const by = `m,1.0.0,${hash('b')}`
  assert.deepEqual(scoreCsv(scores, ['A', 'B']).split('\r\n'), [
    'file,frame,status,code,message,label,band,probability_A,probability_B,inside_lungs_A,inside_lungs_B,model,model_version,model_sha256,provider,sha256,warnings',
    `./=x.dcm,1,scored,,,A,positive,0.75,0.25,0.5,,${by},webgpu,${hash('a')},"AGE: A child, ""4"" years."`,
    `d/日本.dcm,0,refused,GATE_BLANK,It is blank. It is in colour.,,,,,,,${by},,${hash('a')},`,
    `e\u001b[2J.dcm,0,failed,DECODE_DAMAGED,'=x.dcm is damaged.,,,,,,,${by},,${hash('c')},`,
    '',
  ])
})

test('the table stands in columns, says frames where there are several, and no name moves the cursor', () => {
  assert.deepEqual(scoreTable(scores, ['A', 'B']).split('\n'), [
    'File            Result   Band      A      B',
    '=x.dcm [1]      A        positive  0.750  0.250',
    'd/日本.dcm [0]  refused  GATE_BLANK: It is blank. It is in colour.',
    'e\ufffd[2J.dcm [0]   failed   DECODE_DAMAGED: =x.dcm is damaged.',
    '',
  ])
})

// what ran the films, what was loaded last, what the file says
const computed: readonly (readonly [string[], [provider: string, reason: string], object])[] = [
  [[], ['cpu', 'As tried.'], { provider: 'cpu', providerReason: 'As tried.' }],
  [[], ['', ''], { provider: '' }],
  [['cpu', 'cpu'], ['cpu', ''], { provider: 'cpu' }],
  [['cuda', 'cpu', 'cuda'], ['cuda', 'As tried.'], { provider: 'cuda, cpu', providerReason: 'As tried.' }],
  [['cpu'], ['cuda', 'As tried.'], { provider: 'cpu' }],
]

for (const [ran, [provider, reason], expected] of computed) {
  test(`films that ran on “${ran.join(' ')}” with “${provider}” loaded are told as ${JSON.stringify(expected)}`, () => {
    const told = computedOn(ran, { provider, reason })
    assert.deepEqual(told, expected)
    scoreFileSchema.parse({ ...scores, ...told })
  })
}
