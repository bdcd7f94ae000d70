import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HEAT_FLOOR, heatColour } from './heat-colour.ts'

describe('heatColour', () => {
  test('nothing is drawn up to the floor, for negative shares or for no number', () => {
    for (const share of [HEAT_FLOOR, HEAT_FLOOR - 0.001, 0, -3, Number.NaN]) {
      assert.equal(heatColour(share)[3], 0, String(share))
    }
    assert.ok(heatColour(HEAT_FLOOR + 0.02)[3] > 0)
  })

  test('hot is bright yellow and cold is purple, not the other way round', () => {
    const [red, green, blue] = heatColour(1)
    assert.deepEqual([red, green, blue], [252, 255, 164])
    const cold = heatColour(HEAT_FLOOR)
    assert.ok(cold[2] > cold[1] && cold[0] < 120)
  })

  test('brightness and strength rise all the way, so that the order survives without colour', () => {
    let [dimmest, faintest] = [0, 0]
    for (let share = HEAT_FLOOR; share <= 1; share += 0.01) {
      const [red, green, blue, alpha] = heatColour(share)
      const brightness = 0.2126 * red + 0.7152 * green + 0.0722 * blue
      assert.ok(brightness >= dimmest - 0.5 && alpha >= faintest, `at ${share.toFixed(2)}`)
      dimmest = brightness
      faintest = alpha
    }
  })

  test('beyond full scale is drawn as full scale', () => {
    assert.deepEqual(heatColour(7), heatColour(1))
  })
})
