import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cardFigure, dateAndTime, measure, percent } from './number-text.ts'

describe('percent', () => {
  const cases = [
    [0, '0.0%'],
    [0.0004, '<0.1%'],
    [0.0005, '0.1%'],
    [0.873, '87.3%'],
    [0.9994, '99.9%'],
    [0.9996, '>99.9%'],
    [1, '100.0%'],
  ] as const
  for (const [share, text] of cases) test(`${share} is ${text}`, () => assert.equal(percent(share), text))
})

describe('measure', () => {
  const cases = [
    [0, '0'],
    [0.25, '0.25'],
    [0.8051, '0.805'],
    [-1.5, '−1.5'],
    [12345, '12300'],
    [0.0000123, '1.23e-5'],
  ] as const
  for (const [value, text] of cases) test(`${value} is ${text}`, () => assert.equal(measure(value), text))
})

describe('a figure of a card', () => {
  const cases = [
    [0.73, '0.730'],
    [0.7299, '0.730'],
    [1, '1.000'],
    [-0.5, '−0.500'],
  ] as const
  for (const [value, text] of cases) test(`${value} is ${text}`, () => assert.equal(cardFigure(value), text))
})

test('dates are those of Greenwich', () => {
  assert.equal(dateAndTime(new Date('2026-01-05T23:07:59+02:00')), '5 January 2026, 21:07 UTC')
})
