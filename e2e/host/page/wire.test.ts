import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeValue, encodeValue, type Wire } from './wire.ts'

/** Over the line and back: only text crosses. */
function crossed(value: unknown): unknown {
  return decodeValue(JSON.parse(JSON.stringify(encodeValue(value))) as Wire)
}

const VALUES = [
  ['undefined', undefined],
  ['null', null],
  ['NaN', NaN],
  ['infinity', -Infinity],
  ['minus zero', -0],
  ['a large integer', 2n ** 70n],
  ['text', 'Brustkorb ü 胸'],
  ['a date', new Date(1_700_000_000_123)],
  ['an expression', /rib\/s/gi],
  ['a map with compound keys', new Map<unknown, unknown>([[[1, 2], new Map([['a', undefined]])]])],
  ['a set', new Set([1, 'a', undefined])],
  ['a list with gaps filled', [1, undefined, [null, NaN]]],
  ['an object that has the tag for a key', { $: 'Map', v: [1] }],
  ['an empty typed array', new Float64Array(0)],
  ['bytes', new Uint8Array([0, 127, 128, 255])],
  ['clamped bytes', new Uint8ClampedArray([0, 255])],
  ['signed pixels', new Int16Array([-32768, -1, 0, 32767])],
  ['unsigned pixels', new Uint16Array([0, 65535])],
  ['single precision', new Float32Array([0.1, -0, Infinity])],
  ['64-bit integers', new BigInt64Array([-(2n ** 63n)])],
  ['a buffer', new Uint8Array([1, 2, 3]).buffer],
] as const

for (const [name, value] of VALUES)
  test(`${name} crosses without loss`, () => {
    assert.deepStrictEqual(crossed(value), value)
  })

test('a view crosses as its own part of its buffer', () => {
  const whole = new Uint16Array([1, 2, 3, 4])
  assert.deepStrictEqual(crossed(whole.subarray(1, 3)), new Uint16Array([2, 3]))
})

test('what is shared stays shared, and a cycle stays a cycle', () => {
  const film = { rows: 512 }
  const [first, second] = crossed([film, film]) as [object, object]
  assert.equal(first, second)
  const ring: { self?: unknown } = {}
  ring.self = ring
  const back = crossed(ring) as typeof ring
  assert.equal(back.self, back)
})

test('an error keeps its name, message and cause', () => {
  const back = crossed(new RangeError('too far', { cause: 'a slip' })) as Error
  assert.ok(back instanceof Error)
  assert.deepEqual([back.name, back.message, back.cause], ['RangeError', 'too far', 'a slip'])
})

test('an instance of a class crosses as its data', () => {
  class Film {
    rows = 2
  }
  assert.deepStrictEqual(crossed(new Film()), { rows: 2 })
})

const REFUSED = [
  ['a function', () => 1],
  ['a symbol', Symbol('a')],
  ['a promise', Promise.resolve()],
  ['a function within', { a: [() => 1] }],
  ['a weak map', new WeakMap()],
] as const

for (const [name, value] of REFUSED)
  test(`${name} is refused as in Electron`, () => {
    assert.throws(() => encodeValue(value), { message: 'An object could not be cloned.' })
  })
