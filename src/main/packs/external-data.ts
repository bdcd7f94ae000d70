// Whether an ONNX file keeps weights in other files. Such a path could name any file of this machine, and the card's
// hash covers model.onnx alone, so no model may have one. This reads just as much of onnx.proto (onnx/onnx, IR 13)
// as leads to a TensorProto; field numbers are those of the proto.

type Kind = 'model' | 'graph' | 'node' | 'attribute' | 'function' | 'training' | 'sparse' | 'tensor'

/** Where a message holds messages that can hold tensors. */
const WITHIN: Readonly<Record<Kind, Readonly<Record<number, Kind>>>> = {
  model: { 7: 'graph', 20: 'training', 25: 'function' },
  graph: { 1: 'node', 5: 'tensor', 15: 'sparse' },
  node: { 5: 'attribute' },
  attribute: { 5: 'tensor', 6: 'graph', 10: 'tensor', 11: 'graph', 22: 'sparse', 23: 'sparse' },
  function: { 7: 'node', 11: 'attribute' },
  training: { 1: 'graph', 2: 'graph' },
  sparse: { 1: 'tensor', 2: 'tensor' },
  tensor: {},
}

const GRAPH = 7
const EXTERNAL_DATA = 13
const DATA_LOCATION = 14
// Deeper than any sound model nests its graphs; protobuf itself stops at 100.
const DEEPEST = 100

/** 'unreadable' where the bytes are no ONNX model. */
export function externalDataOf(model: Uint8Array): 'none' | 'external' | 'unreadable' {
  try {
    const fields = [...fieldsOf(model)]
    if (!fields.some(({ number, bytes }) => number === GRAPH && bytes !== undefined)) return 'unreadable'
    return holdsExternal(model, 'model', 0) ? 'external' : 'none'
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable'
    throw error
  }
}

function holdsExternal(message: Uint8Array, kind: Kind, depth: number): boolean {
  if (depth > DEEPEST) throw new RangeError('nested too deep')
  for (const { number, value, bytes } of fieldsOf(message)) {
    if (kind === 'tensor' && isExternal(number, value)) return true
    const inner = bytes === undefined ? undefined : WITHIN[kind][number]
    if (inner !== undefined && holdsExternal(bytes!, inner, depth + 1)) return true
  }
  return false
}

/** DEFAULT is 0 and EXTERNAL 1; a path is refused even where the location says it is not used. */
function isExternal(number: number, value: number): boolean {
  return number === EXTERNAL_DATA || (number === DATA_LOCATION && value !== 0)
}

interface Field {
  readonly number: number
  /** Of a varint; 0 for all else. */
  readonly value: number
  /** Of a length-delimited field. */
  readonly bytes: Uint8Array | undefined
}

// protobuf.dev, Encoding: a tag is the field's number and, in its low three bits, how the field is stored.
function* fieldsOf(message: Uint8Array): Generator<Field> {
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = message[at++]
      if (byte === undefined) throw new RangeError('cut off')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new RangeError('no varint')
  }
  const skip = (length: number): void => {
    at += length
    if (at > message.length) throw new RangeError('cut off')
  }
  while (at < message.length) {
    const tag = varint()
    const number = Math.floor(tag / 8)
    const stored = tag % 8
    if (number === 0 || tag >= 2 ** 32) throw new RangeError('no field')
    const value = stored === 0 ? varint() : 0
    const length = stored === 2 ? varint() : (FIXED[stored] ?? Number.NaN)
    // Groups (3 and 4) are not in ONNX.
    if (Number.isNaN(length)) throw new RangeError('no way of storing')
    const start = at
    skip(length)
    yield { number, value, bytes: stored === 2 ? message.subarray(start, at) : undefined }
  }
}

/** Bytes that follow the tag, and a varint the value it stands for. */
const FIXED: Readonly<Record<number, number>> = { 0: 0, 1: 8, 5: 4 }
