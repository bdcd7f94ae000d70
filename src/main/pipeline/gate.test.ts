import assert from 'node:assert/strict'
import { test } from 'node:test'
import { REFUSALS_OF_FILE } from '../../shared/analysis.ts'
import { filmFixture, type FilmChanges } from './film.fixture.ts'
import { gate } from './gate.ts'
import { ageInYears } from './gate/patient-age.ts'
import { LEFT, lungsFixture, RIGHT, type Rectangle } from './locate/lungs.fixture.ts'

const NOT_LOOKED = { lungs: null, found: 'lungs', hanging: 'right' } as const
const NO_LUNGS = { lungs: lungsFixture([]), found: 'no pair', hanging: 'right' } as const

const pixels = (value: (i: number) => number) => Uint8Array.from({ length: 40_000 }, (_, i) => value(i))
const coloured = (rgb: (i: number) => readonly number[]) =>
  Uint8ClampedArray.from({ length: 160_000 }, (_, i) => [...rgb(Math.floor(i / 4)), 255][i % 4]!)

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
  [
    'so does a spacing that says how flat they are',
    { rows: 100, columns: 251, geometry: { pixelSpacing: [0.4, 0.2] } },
    [],
  ],
  ['one grey is blank', { pixels: pixels(() => 7) }, ['GATE_BLANK']],
  [
    'one grey beside padding is blank',
    { pixels: pixels((i) => (i % 2 === 0 ? 255 : 0)), padding: { low: 0, high: 0 } },
    ['GATE_BLANK'],
  ],
  ['two greys beside each other are nearly blank', { pixels: pixels((i) => 100 + (i % 2)) }, ['GATE_BLANK']],
  ['a mask of the lungs is a drawing', { pixels: pixels((i) => (i % 3 === 0 ? 255 : 0)) }, ['GATE_DRAWING']],
  ['a film on a blue base passes', { colour: coloured(() => [100, 120, 145]) }, []],
  [
    'a tint that grows with the grey passes',
    { colour: coloured((i) => [i % 200, (i % 200) + 15, (i % 200) + 35]) },
    [],
  ],
  // Both have the grey 120, and each lies 15 to either side of the tint.
  [
    'two colours of one grey are a photograph',
    { colour: coloured((i) => (i % 2 === 0 ? [135, 120, 105] : [105, 120, 135])) },
    ['GATE_COLOUR'],
  ],
  ['false colours are refused', { colour: coloured(() => [200, 120, 60]) }, ['GATE_COLOUR']],
  ['a CT slice is refused by its modality', { identity: { modality: 'CT' } }, ['GATE_NOT_RADIOGRAPHY']],
  [
    'a hand is refused by its body part',
    { identity: { modality: 'CR', bodyPart: 'HAND' } },
    ['GATE_NOT_CHEST'],
  ],
  ['a lateral view is refused', { identity: { viewPosition: 'LL' } }, ['GATE_NOT_FRONTAL']],
  [
    'a view whose code means lateral is refused',
    { identity: { viewPosition: 'left lateral' } },
    ['GATE_NOT_FRONTAL'],
  ],
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

test('what holds for a whole file is what its tags and the shape of its pictures are refused for', () => {
  const ofFile = cases.filter(([, film, codes]) => codes.length > 0 && !film.pixels && !film.colour)
  assert.deepEqual(new Set(ofFile.flatMap(([, , codes]) => codes)), REFUSALS_OF_FILE)
})

test('a child is scored with a warning', () => {
  const { reasons, warnings } = gate(filmFixture({ identity: { patientAge: '009Y' } }), NOT_LOOKED)
  assert.deepEqual([reasons.length, warnings.map(({ code }) => code)], [0, ['GATE_CHILD']])
})

const born = [
  ['nine years before the film', { patientBirthDate: '20170105', studyDate: '20260104' }, /is 8 years old/],
  ['forty years before it', { patientBirthDate: '19860105', studyDate: '20260105' }, null],
  ['after it', { patientBirthDate: '20260105', studyDate: '20250105' }, null],
  ['on a day that is not told', { patientBirthDate: '', studyDate: '20260105' }, null],
  [
    'as a child, but old by the age that is told',
    { patientAge: '040Y', patientBirthDate: '20200101', studyDate: '20260105' },
    null,
  ],
] as const

for (const [when, identity, message] of born) {
  test(`a patient who was born ${when} ${message === null ? 'is no child' : 'is a child'}`, () => {
    const { warnings } = gate(filmFixture({ identity }), NOT_LOOKED)
    assert.equal(warnings.length, message === null ? 0 : 1)
    if (message) assert.match(warnings[0]!.message, message)
  })
}

test('a film longer than chest films are is scored with a warning', () => {
  const { reasons, warnings } = gate(filmFixture({ rows: 170, columns: 100 }), NOT_LOOKED)
  assert.deepEqual([reasons.length, warnings.map(({ code }) => code)], [0, ['GATE_UNUSUAL_SHAPE']])
  assert.deepEqual(gate(filmFixture({ rows: 160, columns: 100 }), NOT_LOOKED).warnings, [])
})

test('a film that gets no score has no warning of its score', () => {
  const child = { identity: { patientAge: '009Y' }, rows: 170, columns: 100 }
  const lateral = { ...child, identity: { patientAge: '009Y', viewPosition: 'LL' } }
  const blank = { ...child, pixels: pixels(() => 7) }
  for (const [film, located, code] of [
    [lateral, NOT_LOOKED, 'GATE_NOT_FRONTAL'],
    [blank, NOT_LOOKED, 'GATE_BLANK'],
    [child, NO_LUNGS, 'GATE_NO_LUNGS'],
  ] as const) {
    const { reasons, warnings } = gate(filmFixture(film), located)
    assert.deepEqual([reasons.map((reason) => reason.code), warnings], [[code], []])
  }
})

const hangings = [
  ['right', [], []],
  ['inverted', [], ['GATE_INVERTED']],
  ['upside down', ['GATE_NOT_UPRIGHT'], []],
  ['on its side', ['GATE_NOT_UPRIGHT'], []],
] as const

for (const [hanging, reasons, warnings] of hangings) {
  test(`a film that hangs ${hanging} is ${reasons.length > 0 ? 'refused' : 'scored'}`, () => {
    const verdict = gate(filmFixture(), { lungs: lungsFixture([LEFT, RIGHT]), found: 'lungs', hanging })
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
    const { reasons, warnings } = gate(filmFixture(), {
      lungs: lungsFixture(rectangles),
      found: 'lungs',
      hanging: 'right',
    })
    assert.deepEqual(
      [reasons.length, warnings.map(({ code }) => code)],
      [0, message ? ['GATE_LUNGS_CUT'] : []],
    )
    if (message) assert.match(warnings[0]!.message, message)
  })
}

test('a film on which no pair of lungs was found is refused', () => {
  assert.deepEqual(
    gate(filmFixture(), NO_LUNGS).reasons.map(({ code }) => code),
    ['GATE_NO_LUNGS'],
  )
})

test('two regions that do not look like the lungs of a chest film are refused', () => {
  const unlike = {
    lungs: lungsFixture([LEFT, RIGHT]),
    found: 'a pair unlike lungs',
    hanging: 'right',
  } as const
  assert.deepEqual(
    gate(filmFixture(), unlike).reasons.map(({ code }) => code),
    ['GATE_UNLIKE_CHEST'],
  )
})

test('a film refused for a plainer reason is not told of its lungs', () => {
  const { reasons } = gate(filmFixture({ rows: 50 }), NO_LUNGS)
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
