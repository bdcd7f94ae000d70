// Electron's IPC clones values the way structured clone does; a Chrome binding carries only
// strings. These two functions write the difference: tags for what JSON loses. Both the host and
// the page run them (the page gets their text), so they use nothing from outside this file.

export type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire }

const REFUSED = 'An object could not be cloned.'

export function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

export function toBase64(bytes: Uint8Array): string {
  if (typeof Buffer === 'function')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return (bytes as Uint8Array & { toBase64(): string }).toBase64()
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (typeof Buffer === 'function') return new Uint8Array(Buffer.from(text, 'base64'))
  const decoder = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }
  return decoder.fromBase64(text)
}

function encodePrimitive(value: unknown): Wire {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
  if (typeof value !== 'number') throw new Error(REFUSED)
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
}

function encodeEntries(value: object, seen: Map<object, number>): Wire {
  const entries = Object.entries(value).map(([key, item]) => [key, encodeValue(item, seen)] as const)
  const plain = Object.fromEntries(entries)
  return '$' in plain ? { $: 'object', v: plain } : plain
}

function encodeBytes(value: ArrayBuffer | ArrayBufferView, tag: string): Wire {
  const bytes = ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value)
  return { $: 'bytes', k: tag, v: toBase64(bytes) }
}

function encodeError(error: Error, seen: Map<object, number>): Wire {
  const { name, message, stack, cause } = error
  return { $: 'Error', v: encodeValue({ name, message, stack, cause }, seen) }
}

function encodeObject(value: object, seen: Map<object, number>): Wire {
  const tag = tagOf(value)
  if (ArrayBuffer.isView(value) || tag === 'ArrayBuffer')
    return encodeBytes(value as ArrayBuffer | ArrayBufferView, tag)
  switch (tag) {
    case 'Array':
      return Array.from(value as unknown[], (item) => encodeValue(item, seen))
    case 'Date':
      return { $: 'Date', v: encodePrimitive((value as Date).getTime()) }
    case 'RegExp':
      return { $: 'RegExp', v: (value as RegExp).source, f: (value as RegExp).flags }
    case 'Map':
      return { $: 'Map', v: encodeValue([...(value as Map<unknown, unknown>)].flat(), seen) }
    case 'Set':
      return { $: 'Set', v: encodeValue([...(value as Set<unknown>)], seen) }
    case 'Error':
      return encodeError(value as Error, seen)
    case 'Object':
      return encodeEntries(value, seen)
    default:
      throw new Error(REFUSED)
  }
}

/** Tags what JSON cannot say; throws as Electron does for functions, symbols and DOM objects. */
export function encodeValue(value: unknown, seen: Map<object, number> = new Map()): Wire {
  if (typeof value !== 'object' || value === null) return encodePrimitive(value)
  const before = seen.get(value)
  if (before !== undefined) return { $: 'seen', v: before }
  // The number of an object is the order of its first visit, which decoding repeats.
  seen.set(value, seen.size)
  return encodeObject(value, seen)
}

function decodeBytes(kind: string, base64: string): unknown {
  const bytes = fromBase64(base64)
  if (kind === 'ArrayBuffer') return bytes.buffer
  const View = (globalThis as unknown as Record<string, new (of: ArrayBuffer) => unknown>)[kind]
  if (View === undefined) throw new Error(`This browser has no ${kind}.`)
  return new View(bytes.buffer)
}

function decodeError(parts: Record<string, unknown>): Error {
  const error = new Error(String(parts['message']))
  for (const key of ['name', 'stack', 'cause'])
    if (parts[key] !== undefined)
      Object.defineProperty(error, key, { value: parts[key], configurable: true, writable: true })
  return error
}

function decodeTagged(wire: Record<string, Wire>, seen: unknown[]): unknown {
  const content = wire['v'] as Wire
  switch (wire['$']) {
    case 'undefined':
      return undefined
    case 'bigint':
      return BigInt(content as string)
    case 'number':
      return Number(content)
    case 'seen':
      return seen[content as number]
    default: {
      // Every other kind was numbered on the way out, before its parts.
      const place = seen.push(undefined) - 1
      seen[place] = decodeNumbered(wire, seen, place)
      return seen[place]
    }
  }
}

function decodeNumbered(wire: Record<string, Wire>, seen: unknown[], place: number): unknown {
  const content = wire['v'] as Wire
  switch (wire['$']) {
    case 'bytes':
      return decodeBytes(wire['k'] as string, content as string)
    case 'Date':
      return new Date(decodeValue(content) as number)
    case 'RegExp':
      return new RegExp(content as string, wire['f'] as string)
    case 'Map': {
      const map = new Map<unknown, unknown>()
      seen[place] = map
      const flat = decodeValue(content, seen) as unknown[]
      for (let i = 0; i < flat.length; i += 2) map.set(flat[i], flat[i + 1])
      return map
    }
    case 'Set': {
      const set = new Set<unknown>()
      seen[place] = set
      for (const item of decodeValue(content, seen) as unknown[]) set.add(item)
      return set
    }
    case 'Error':
      return decodeError(decodeValue(content, seen) as Record<string, unknown>)
    default:
      return decodeEntries(content as Record<string, Wire>, seen, place)
  }
}

function decodeEntries(wire: Record<string, Wire>, seen: unknown[], place: number): object {
  const object: Record<string, unknown> = {}
  seen[place] = object
  for (const [key, item] of Object.entries(wire)) object[key] = decodeValue(item, seen)
  return object
}

/** The inverse of encodeValue. */
export function decodeValue(wire: Wire, seen: unknown[] = []): unknown {
  if (typeof wire !== 'object' || wire === null) return wire
  if (Array.isArray(wire)) {
    const array: unknown[] = []
    seen.push(array)
    for (const item of wire) array.push(decodeValue(item, seen))
    return array
  }
  if ('$' in wire) return decodeTagged(wire, seen)
  return decodeEntries(wire, seen, seen.push(undefined) - 1)
}
