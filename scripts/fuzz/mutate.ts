import type { Random } from './random.ts'

/** A way of spoiling a file; `other` is a good file of some kind. */
type Mutation = (bytes: Buffer, other: Buffer, dice: Random) => Buffer

const BYTES = [0, 1, 0x20, 0x5c, 0x7f, 0x80, 0xd8, 0xd9, 0xda, 0xfe, 0xff] as const
const WORDS = [0, 1, 2, 3, 8, 16, 0xff, 0x100, 0x7fff, 0x8000, 0xfffe, 0xffff] as const
const LONG_WORDS = [0, 1, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const
const SYNTAX_ROOT = '1.2.840.10008.1.2'
const SYNTAXES = [
  '',
  '.1',
  '.2',
  '.1.99',
  '.4.50',
  '.4.51',
  '.4.55',
  '.4.70',
  '.4.80',
  '.4.90',
  '.4.201',
  '.5',
  '.8.1',
] as const

const MUTATIONS: readonly Mutation[] = [
  flipBit,
  flipBit,
  setByte,
  setByte,
  setWord,
  setWord,
  setLongWord,
  setLongWord,
  cutOff,
  removeRange,
  repeatRange,
  insertNoise,
  overwriteNoise,
  spliceOther,
  changeLength,
  changeLength,
  changeSyntax,
]

/** One to six changes. */
export function mutate(bytes: Buffer, other: Buffer, dice: Random): Buffer {
  let spoilt: Buffer = Buffer.from(bytes)
  for (let rounds = 1 + dice.below(6); rounds > 0 && spoilt.length > 8; rounds--) {
    spoilt = dice.pick(MUTATIONS)(spoilt, other, dice)
  }
  return spoilt
}

function flipBit(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = dice.below(bytes.length)
  bytes[at] = bytes[at]! ^ (1 << dice.below(8))
  return bytes
}

function setByte(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  bytes[dice.below(bytes.length)] = dice.pick(BYTES)
  return bytes
}

function setWord(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = dice.below(bytes.length - 1)
  if (dice.below(2) === 0) bytes.writeUInt16LE(dice.pick(WORDS), at)
  else bytes.writeUInt16BE(dice.pick(WORDS), at)
  return bytes
}

function setLongWord(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = dice.below(bytes.length - 3)
  if (dice.below(2) === 0) bytes.writeUInt32LE(dice.pick(LONG_WORDS), at)
  else bytes.writeUInt32BE(dice.pick(LONG_WORDS), at)
  return bytes
}

function cutOff(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  return bytes.subarray(0, dice.below(bytes.length))
}

function removeRange(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = dice.below(bytes.length)
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + dice.below(16))])
}

function repeatRange(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = dice.below(bytes.length)
  const end = at + 1 + dice.below(64)
  return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end)])
}

function insertNoise(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = dice.below(bytes.length)
  return Buffer.concat([bytes.subarray(0, at), noise(1 + dice.below(16), dice), bytes.subarray(at)])
}

function overwriteNoise(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  noise(1 + dice.below(32), dice).copy(bytes, dice.below(bytes.length))
  return bytes
}

function spliceOther(bytes: Buffer, other: Buffer, dice: Random): Buffer {
  return Buffer.concat([
    bytes.subarray(0, dice.below(bytes.length)),
    other.subarray(dice.below(other.length)),
  ])
}

/** The length of some DICOM element, found by its VR. */
function changeLength(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const start = dice.below(bytes.length)
  const at = bytes.subarray(start).findIndex((_, i) => isVr(bytes, start + i))
  if (at < 0 || start + at + 8 > bytes.length) return bytes
  const long = 'OB OW SQ UN'.includes(bytes.toString('latin1', start + at, start + at + 2))
  if (long) bytes.writeUInt32LE(dice.pick(LONG_WORDS), start + at + 4)
  else bytes.writeUInt16LE(dice.pick(WORDS), start + at + 2)
  return bytes
}

function isVr(bytes: Buffer, at: number): boolean {
  return 'CS DS IS US OB OW SQ UI LO PN'.split(' ').includes(bytes.toString('latin1', at, at + 2))
}

/** The transfer syntax becomes another one, and with it who reads the rest. */
function changeSyntax(bytes: Buffer, _other: Buffer, dice: Random): Buffer {
  const at = bytes.indexOf(SYNTAX_ROOT)
  if (at < 2) return bytes
  const length = bytes.readUInt16LE(at - 2)
  const uid = Buffer.from(SYNTAX_ROOT + dice.pick(SYNTAXES))
  const even = uid.length % 2 === 0 ? uid : Buffer.concat([uid, Buffer.alloc(1)])
  const spoilt = Buffer.concat([bytes.subarray(0, at), even, bytes.subarray(at + length)])
  spoilt.writeUInt16LE(even.length, at - 2)
  return spoilt
}

function noise(length: number, dice: Random): Buffer {
  return Buffer.from(Uint8Array.from({ length }, () => dice.below(256)))
}
