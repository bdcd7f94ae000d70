import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Point } from '../../shared/point.ts'
import { placeWords, type WordsToPlace } from './place-words.ts'

const canvas = { width: 200, height: 100 }
const letters = { height: 10, widthOf: (text: string) => 5 * text.length }
const placed = (...wanted: readonly WordsToPlace[]) =>
  placeWords(wanted, letters, canvas).map(({ text, left, middle }) => [text, left, middle])

test('words stand half a row beside and above the end of their line', () => {
  assert.deepEqual(placed({ text: 'ten', at: { x: 40, y: 50 } }), [['ten', 45, 40]])
})

test('words at the edge stay within the canvas', () => {
  assert.deepEqual(placed({ text: 'ten', at: { x: 199, y: 3 } }), [['ten', 180, 5]])
})

test('words that are too wide break after a comma', () => {
  const text = 'chest 217 mm (calibrated), ratio 0.39, and more'
  assert.deepEqual(placed({ text, at: { x: 100, y: 50 } }), [
    ['chest 217 mm (calibrated), ratio 0.39,', 5, 30],
    ['and more', 5, 40],
  ])
})

test('words that would lie on others move up, and down where there is no room above', () => {
  const [here, there] = [
    { x: 40, y: 50 },
    { x: 45, y: 53 },
  ]
  assert.deepEqual(placed({ text: 'one', at: here }, { text: 'two', at: there }), [
    ['one', 45, 40],
    ['two', 50, 30],
  ])
  const top = { x: 40, y: 15 }
  assert.deepEqual(placed({ text: 'one', at: top }, { text: 'two', at: top }, { text: 'six', at: top }), [
    ['one', 45, 5],
    ['two', 45, 15],
    ['six', 45, 25],
  ])
})

test('words beside others stay where they are', () => {
  assert.deepEqual(placed({ text: 'one', at: { x: 40, y: 50 } }, { text: 'two', at: { x: 80, y: 50 } }), [
    ['one', 45, 40],
    ['two', 85, 40],
  ])
})

test('words that would lie across a line stand above it, or below where there is no room', () => {
  const across = (from: Point, to: Point) =>
    placeWords([{ text: 'ten ten ten', at: to }], letters, canvas, [{ from, to }]).map((one) => one.middle)
  // From 140 to 195 the line runs from 70 to 97.5.
  assert.deepEqual(across({ x: 0, y: 0 }, { x: 200, y: 100 }), [65])
  // Here from 5 to 18.75 and no room above.
  assert.deepEqual(across({ x: 120, y: 0 }, { x: 200, y: 20 }), [23.75])
  // A line that ends where the words begin is not in their way.
  assert.deepEqual(across({ x: 0, y: 0 }, { x: 100, y: 50 }), [40])
})
