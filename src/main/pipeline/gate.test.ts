import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lungs } from '../../shared/lungs.ts'
import { filmFixture, type FilmChanges } from './film.fixture.ts'
import { gate } from './gate.ts'
import { ageInYears } from './gate/patient-age.ts'
import { lungsOf } from './locate/lungs-of.ts'

const NOT_LOOKED = { lungs: null, hanging: 'right' } as const

const pixels = (value: (i: number) => number) => Uint8Array.from({ length: 40_000 }, (_, i) => value(i))
const rgba = (red: number, green: number, blue: number) =>
  Uint8ClampedArray.from({ length: 160_000 }, (_, i) => [red, green, blue, 255][i % 4]!)

const cases: readonly (readonly [name: string, film: FilmChanges, codes: readonly string[]])[] = [
  ['a grey ramp of fair size passes', {}, []],
  [
    'a chest film by its tags passes',
    { identity: { modality: 'DX', bodyPart: 'CHEST', viewPosition: 'PA' } },
    [],
  ],
  ['an icon is too small', { rows: 99, columns: 300 }, ['GATE_TOO_SMALL']],
  ['100 pixels are enough', { rows: 100, columns: 100 }, []],
  ['a strip is no chest', { rows: 100, columns: 251 }, ['GATE_EXTREME_SHAPE']],
  [
    'flat pixels make a strip square again',
    { rows: 100, columns: 251, geometry: { pixelAspectRatio: [2, 1] } },
    [],
  ],
  ['one grey is blank', { pixels: pixels(() => 7) }, ['GATE_BLANK']],
  [
    'one grey beside padding is blank',
    { pixels: pixels((i) => (i % 2 === 0 ? 255 : 0)), padding: { low: 0, high: 0 } },
    ['GATE_BLANK'],
  ],
  ['two greys beside each other are nearly blank', { pixels: pixels((i) => 100 + (i % 2)) }, ['GATE_BLANK']],
  ['a tinted scan passes', { colour: rgba(110, 104, 100) }, []],
  ['a photograph is refused', { colour: rgba(200, 120, 60) }, ['GATE_COLOUR']],
  ['a CT slice is refused by its modality', { identity: { modality: 'CT' } }, ['GATE_NOT_RADIOGRAPHY']],
  [
    'a hand is refused by its body part',
    { identity: { modality: 'CR', bodyPart: 'HAND' } },
    ['GATE_NOT_CHEST'],
  ],
  ['a lateral view is refused', { identity: { viewPosition: 'LL' } }, ['GATE_NOT_FRONTAL']],
  [
    'every reason of the tags is told',
    { identity: { modality: 'MR', bodyPart: 'KNEE', viewPosition: 'LATERAL' } },
    ['GATE_NOT_RADIOGRAPHY', 'GATE_NOT_CHEST', 'GATE_NOT_FRONTAL'],
  ],
]

for (const [name, film, codes] of cases) {
  test(name, () => {
    assert.deepEqual(
      gate(filmFixture(film), NOT_LOOKED).reasons.map(({ code }) => code),
      codes,
    )
  })
}

test('a child is scored with a warning', () => {
  const { reasons, warnings } = gate(filmFixture({ identity: { patientAge: '009Y' } }), NOT_LOOKED)
  assert.deepEqual([reasons.length, warnings.map(({ code }) => code)], [0, ['GATE_CHILD']])
})

test('a film longer than chest films are is scored with a warning', () => {
  const { reasons, warnings } = gate(filmFixture({ rows: 170, columns: 100 }), NOT_LOOKED)
  assert.deepEqual([reasons.length, warnings.map(({ code }) => code)], [0, ['GATE_UNUSUAL_SHAPE']])
  assert.deepEqual(gate(filmFixture({ rows: 160, columns: 100 }), NOT_LOOKED).warnings, [])
})

// 20 x 20 pixels, each lung a rectangle [left, top, right, bottom], right and bottom outside.
const LEFT = [3, 4, 8, 16] as const
const RIGHT = [12, 4, 17, 16] as const
type Rectangle = readonly [left: number, top: number, right: number, bottom: number]

function lungsFixture(rectangles: readonly Rectangle[], sure = 1): Lungs {
  const shares = new Float32Array(400)
  for (const [left, top, right, bottom] of rectangles) {
    for (let row = top; row < bottom; row++) shares.fill(0.5 + sure / 2, row * 20 + left, row * 20 + right)
  }
  const whole = { x: 0, y: 0, width: 20, height: 20 }
  return lungsOf({ shares, width: 20, filled: whole, scaleX: 10, scaleY: 10 }, 0.5)
}

const lungCases: readonly (readonly [name: string, lungs: Lungs, passes: boolean])[] = [
  ['two lungs beside each other pass', lungsFixture([LEFT, RIGHT]), true],
  ['nothing found is refused', lungsFixture([]), false],
  ['one lung alone is refused', lungsFixture([LEFT]), false],
  ['a model that wavers is refused', lungsFixture([LEFT, RIGHT], 0.74), false],
  ['a model that is sure enough passes', lungsFixture([LEFT, RIGHT], 0.76), true],
  // 60 pixels beside 25 and beside 35.
  ['a lung of less than half the other is refused', lungsFixture([LEFT, [12, 8, 17, 13]]), false],
  ['a lung of more than half the other passes', lungsFixture([LEFT, [12, 6, 17, 13]]), true],
  [
    'two spots of 12 pixels, 3 in 100, are too small',
    lungsFixture([
      [3, 4, 6, 6],
      [9, 4, 12, 6],
    ]),
    false,
  ],
  [
    'nearly all of the film is no pair of lungs',
    lungsFixture([
      [0, 0, 9, 20],
      [11, 0, 20, 18],
    ]),
    false,
  ],
  // Of 160 pixels the pair has 120.
  ['as much again elsewhere is refused', lungsFixture([LEFT, RIGHT, [8, 18, 18, 20], [0, 0, 20, 1]]), false],
  [
    'one above the other is refused',
    lungsFixture([
      [4, 1, 16, 7],
      [4, 12, 16, 18],
    ]),
    false,
  ],
  // Middles 5 of 16 rows apart.
  [
    'one much lower than the other is refused',
    lungsFixture([
      [3, 1, 8, 11],
      [12, 6, 17, 17],
    ]),
    false,
  ],
]

for (const [name, lungs, passes] of lungCases) {
  test(name, () => {
    const { reasons } = gate(filmFixture(), { lungs, hanging: 'right' })
    assert.deepEqual(
      reasons.map(({ code }) => code),
      passes ? [] : ['GATE_NO_LUNGS'],
    )
  })
}

const hangings = [
  ['right', [], []],
  ['inverted', [], ['GATE_INVERTED']],
  ['upside down', ['GATE_NOT_UPRIGHT'], []],
  ['on its side', ['GATE_NOT_UPRIGHT'], []],
] as const

for (const [hanging, reasons, warnings] of hangings) {
  test(`a film that hangs ${hanging} is ${reasons.length > 0 ? 'refused' : 'scored'}`, () => {
    const verdict = gate(filmFixture(), { lungs: lungsFixture([LEFT, RIGHT]), hanging })
    assert.deepEqual(
      [verdict.reasons.map(({ code }) => code), verdict.warnings.map(({ code }) => code)],
      [reasons, warnings],
    )
  })
}

// Both lungs are 12 high and together 10 of 14 wide.
const cuts: readonly (readonly [string, readonly Rectangle[], RegExp | null])[] = [
  ['lungs on no edge', [LEFT, RIGHT], null],
  // Of 13 rows one lung reaches the left edge in 2, then in 3.
  ['a corner of a lung on the edge', [LEFT, RIGHT, [0, 5, 3, 7]], null],
  ['a lung on the left edge', [LEFT, RIGHT, [0, 5, 3, 8]], /reach the left edge of the film/],
  [
    'both lungs on the upper edge, one on the right',
    [
      [3, 0, 8, 12],
      [12, 0, 20, 12],
    ],
    /reach the upper and right edges of the film/,
  ],
]

for (const [name, rectangles, message] of cuts) {
  test(`${name}: ${message === null ? 'no warning' : 'a warning'}`, () => {
    const { reasons, warnings } = gate(filmFixture(), { lungs: lungsFixture(rectangles), hanging: 'right' })
    assert.deepEqual(
      [reasons.length, warnings.map(({ code }) => code)],
      [0, message ? ['GATE_LUNGS_CUT'] : []],
    )
    if (message) assert.match(warnings[0]!.message, message)
  })
}

test('a film refused for a plainer reason is not told of its lungs', () => {
  const { reasons } = gate(filmFixture({ rows: 50 }), { lungs: lungsFixture([]), hanging: 'right' })
  assert.deepEqual(
    reasons.map(({ code }) => code),
    ['GATE_TOO_SMALL'],
  )
})

const ages = [
  ['045Y', 45],
  ['018M', 1.5],
  ['000D', 0],
  ['45', null],
  ['', null],
] as const

for (const [age, years] of ages) {
  test(`the age “${age}” is ${years} years`, () => assert.equal(ageInYears(age), years))
}
