import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Lungs } from '../../../shared/lungs.ts'
import { howItHangs, type Found, type Hanging, type Sight, type Way } from './hanging.ts'

const lungs = (area: number): Lungs => ({
  mask: { rows: 1, columns: 1, shares: new Float32Array(1), inside: new Uint8Array(1) },
  box: null,
  area,
})
const sight = (found: Found, sure: number, contrast: number): Sight => {
  const judged = { lungs: lungs(sure), found, contrast }
  return { sure, judge: () => judged }
}
const nothing = sight('no pair', 0.3, 0)

const cases: readonly (readonly [
  name: string,
  asIs: Sight,
  others: Partial<Record<Way, Sight>>,
  hanging: Hanging,
  tried: readonly Way[],
])[] = [
  [
    'a sure pair darker than what lies between is not looked at again',
    sight('lungs', 0.9, 0.2),
    {},
    'right',
    [],
  ],
  ['a less sure one is looked at upside down', sight('lungs', 0.8, 0.2), {}, 'right', ['upside down']],
  [
    'one that is surer upside down hangs so',
    sight('lungs', 0.8, 0.2),
    { 'upside down': sight('lungs', 0.9, 0.2) },
    'upside down',
    ['upside down'],
  ],
  [
    'a hair surer upside down is not enough',
    sight('lungs', 0.8, 0.2),
    { 'upside down': sight('lungs', 0.805, 0.2) },
    'right',
    ['upside down'],
  ],
  [
    'lungs brighter than what lies between are inverted, if they are found so too',
    sight('lungs', 0.9, -0.1),
    { inverted: sight('lungs', 0.95, 0.1) },
    'inverted',
    ['inverted', 'upside down', 'to the left', 'to the right'],
  ],
  [
    'lungs that are bright inverted as well are not turned',
    sight('lungs', 0.9, -0.1),
    { inverted: sight('lungs', 0.95, 0.02) },
    'right',
    ['inverted', 'upside down', 'to the left', 'to the right'],
  ],
  [
    'a film that is less sure inverted is not turned',
    sight('lungs', 0.9, 0),
    { inverted: sight('lungs', 0.89, 0.1) },
    'right',
    ['inverted', 'upside down', 'to the left', 'to the right'],
  ],
  [
    'without a pair the surest other way counts',
    nothing,
    {
      inverted: sight('lungs', 0.8, 0.1),
      'to the left': sight('lungs', 0.9, 0.2),
      'to the right': sight('lungs', 0.7, 0.2),
    },
    'on its side',
    ['inverted', 'upside down', 'to the left', 'to the right'],
  ],
  [
    'a pair unlike lungs is looked at in every way, and stays what it is where none is better',
    sight('a pair unlike lungs', 0.9, 0.2),
    { inverted: sight('a pair unlike lungs', 0.95, 0.2) },
    'right',
    ['inverted', 'upside down', 'to the left', 'to the right'],
  ],
  [
    'what is no pair in any way is left as it is',
    nothing,
    { 'upside down': sight('no pair', 0.99, 0.2) },
    'right',
    ['inverted', 'upside down', 'to the left', 'to the right'],
  ],
]

for (const [name, asIs, others, hanging, tried] of cases) {
  test(name, async () => {
    const ways: Way[] = []
    const hung = await howItHangs(asIs, (way) => {
      ways.push(way)
      return Promise.resolve(others[way] ?? nothing)
    })
    assert.deepEqual([hung.hanging, ways], [hanging, tried])
    assert.equal(hung.found, hanging === 'inverted' ? 'lungs' : asIs.judge().found)
    assert.equal(hung.lungs, hanging === 'inverted' ? others.inverted!.judge().lungs : asIs.judge().lungs)
  })
}

test('what is less sure than the film as it is need not be judged', async () => {
  const judge = () => assert.fail('it was judged')
  const hung = await howItHangs(sight('lungs', 0.8, 0.2), () => Promise.resolve({ sure: 0.79, judge }))
  assert.equal(hung.hanging, 'right')
})
