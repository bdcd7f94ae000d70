// One end of contextBridge. The preload runs in a world of its own, as in Electron; the two worlds
// share nothing but the DOM. A CustomEvent on the window is delivered at once and Chromium clones
// its detail for the other world, so a call can cross and return within one statement, and Files
// keep the file behind them. Each world of the page evaluates this function's text once.

type Packed =
  | { readonly t: 'value'; readonly v: unknown }
  | { readonly t: 'function' | 'promise'; readonly id: number }
  | { readonly t: 'array'; readonly v: readonly Packed[] }
  | { readonly t: 'object'; readonly v: readonly (readonly [string, Packed])[] }
  | { readonly t: 'error'; readonly name: string; readonly message: string }

export type Crossing =
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Packed[] }
  | { readonly kind: 'settle'; readonly id: number; readonly failed: boolean; readonly result: Packed }
  | { readonly kind: 'expose'; readonly key: string; readonly api: Packed }
  | { readonly kind: 'reply'; readonly failed: boolean; readonly result: Packed }

export interface BridgeEnd {
  expose(key: string, api: unknown): void
}

const NOT_CLONED = 'An object could not be cloned.'

type AnyFunction = (...args: unknown[]) => unknown
interface Settle {
  resolve(value: unknown): void
  reject(reason: unknown): void
}

/** What this world has lent to the other, and the promises it waits for. */
interface Ledger {
  readonly lent: Map<number, AnyFunction>
  readonly awaited: Map<number, Settle>
  next: number
  ask(message: Crossing): unknown
}

function isCompound(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function settleLater(promise: Promise<unknown>, id: number, ledger: Ledger): void {
  const settle = (failed: boolean, value: unknown) =>
    ledger.ask({ kind: 'settle', id, failed, result: pack(value, ledger) })
  promise.then(
    (value) => settle(false, value),
    (reason: unknown) => settle(true, reason),
  )
}

export function pack(value: unknown, ledger: Ledger): Packed {
  if (typeof value === 'symbol') throw new Error(NOT_CLONED)
  if (typeof value === 'function') {
    const id = ledger.next++
    ledger.lent.set(id, value as AnyFunction)
    return { t: 'function', id }
  }
  if (!isCompound(value)) return { t: 'value', v: value }
  switch (Object.prototype.toString.call(value)) {
    case '[object Promise]': {
      const id = ledger.next++
      settleLater(value as Promise<unknown>, id, ledger)
      return { t: 'promise', id }
    }
    case '[object Error]':
      return { t: 'error', name: (value as Error).name, message: (value as Error).message }
    case '[object Array]': {
      const items = value as readonly unknown[]
      if (!items.some((item) => isCompound(item) || typeof item === 'function'))
        return { t: 'value', v: value }
      return { t: 'array', v: items.map((item) => pack(item, ledger)) }
    }
    case '[object Object]':
      return { t: 'object', v: Object.entries(value).map(([key, item]) => [key, pack(item, ledger)]) }
    default:
      return { t: 'value', v: value }
  }
}

export function unpack(packed: Packed, ledger: Ledger): unknown {
  switch (packed.t) {
    case 'value':
      return packed.v
    case 'function':
      return (...args: unknown[]) =>
        ledger.ask({ kind: 'call', id: packed.id, args: args.map((arg) => pack(arg, ledger)) })
    case 'promise':
      return new Promise((resolve, reject) => ledger.awaited.set(packed.id, { resolve, reject }))
    case 'array':
      return packed.v.map((item) => unpack(item, ledger))
    case 'object':
      return Object.fromEntries(packed.v.map(([key, item]) => [key, unpack(item, ledger)]))
    case 'error': {
      const error = new Error(packed.message)
      Object.defineProperty(error, 'name', { value: packed.name, configurable: true, writable: true })
      return error
    }
  }
}

function freezeDeep(value: unknown): unknown {
  if (!isCompound(value)) return value
  for (const item of Object.values(value)) freezeDeep(item)
  return Object.freeze(value)
}

function receiveExposed(key: string, api: unknown): void {
  if (Object.hasOwn(window, key))
    throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
  Object.defineProperty(window, key, { value: freezeDeep(api), enumerable: true })
}

export function receiveCrossing(message: Crossing, ledger: Ledger): unknown {
  switch (message.kind) {
    case 'call': {
      const lent = ledger.lent.get(message.id)
      if (lent === undefined) throw new Error(`The bridge has no function ${message.id}.`)
      return lent(...message.args.map((arg) => unpack(arg, ledger)))
    }
    case 'settle': {
      const settle = ledger.awaited.get(message.id)
      ledger.awaited.delete(message.id)
      const value = unpack(message.result, ledger)
      return message.failed ? settle?.reject(value) : settle?.resolve(value)
    }
    case 'expose':
      return receiveExposed(message.key, unpack(message.api, ledger))
    case 'reply':
      return undefined
  }
}

/** Opens one end: what it dispatches as `outgoing` the other end hears as its `incoming`. */
export function bridgeEnd(outgoing: string, incoming: string): BridgeEnd {
  let answer: Crossing | undefined
  const say = (message: Crossing) => window.dispatchEvent(new CustomEvent(outgoing, { detail: message }))
  const ledger: Ledger = {
    lent: new Map(),
    awaited: new Map(),
    next: 1,
    ask(message) {
      answer = undefined
      say(message)
      const heard = answer as Crossing | undefined
      answer = undefined
      // A detail that cannot be cloned reaches the other world as null, which is not answered.
      if (heard?.kind !== 'reply') throw new Error(NOT_CLONED)
      const result = unpack(heard.result, ledger)
      if (heard.failed) throw result
      return result
    },
  }
  window.addEventListener(incoming, (event) => {
    const message = (event as CustomEvent<Crossing | null>).detail
    if (message === null) return
    if (message.kind === 'reply') {
      answer = message
      return
    }
    let reply: Crossing
    try {
      reply = { kind: 'reply', failed: false, result: pack(receiveCrossing(message, ledger), ledger) }
    } catch (error) {
      reply = { kind: 'reply', failed: true, result: pack(error, ledger) }
    }
    say(reply)
  })
  return { expose: (key, api) => ledger.ask({ kind: 'expose', key, api: pack(api, ledger) }) as void }
}
