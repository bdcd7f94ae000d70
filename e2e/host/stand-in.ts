// Every object of the stand-in is handed out behind a Proxy: a member that Electron has and the
// stand-in lacks fails by its name, in main and in the run's report, and never reads as undefined.
import { EventEmitter } from 'node:events'

type Listener = (...args: never[]) => void

/** What the run lacked, in order; the spec's side reads it when the app closes. */
const lacking: string[] = []
let tell: (sentence: string) => void = () => undefined

export function onLacking(hear: (sentence: string) => void): void {
  tell = hear
  for (const sentence of lacking) tell(sentence)
}

/** Notes what the stand-in lacks and returns the error that says so. */
export function lacks(what: string): Error {
  const sentence = `e2e/host has no ${what}`
  console.error(sentence)
  lacking.push(sentence)
  tell(sentence)
  return new Error(sentence)
}

// Asked of any value by await, JSON and inspection, not by the app.
const ASKED_OF_ALL = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect'])

const handed = new WeakMap<object, object>()

function guard<T extends object>(path: string, target: T): ProxyHandler<T> {
  const bound = new WeakMap<object, unknown>()
  const bind = (value: (...args: unknown[]) => unknown) => {
    if (!bound.has(value))
      bound.set(value, (...args: unknown[]) => {
        const result = Reflect.apply(value, target, args)
        return result === target ? handed.get(target) : result
      })
    return bound.get(value)
  }
  return {
    get(of, name) {
      if (typeof name === 'symbol' || ASKED_OF_ALL.has(name)) return Reflect.get(of, name, of)
      if (!(name in of)) throw lacks(`${path}.${name}`)
      const value: unknown = Reflect.get(of, name, of)
      // Classes are constructed, not called.
      if (typeof value !== 'function' || /^class\b/.test(Function.prototype.toString.call(value)))
        return value
      return bind(value as (...args: unknown[]) => unknown)
    },
    set(of, name, value) {
      if (!(name in of)) throw lacks(`${path}.${String(name)}`)
      return Reflect.set(of, name, value, of)
    },
    construct(of, args) {
      return forApp(path, Reflect.construct(of as unknown as new () => object, args))
    },
  }
}

/** The one Proxy of `target`: the app may compare what it is handed with ===. */
export function forApp<T extends object>(path: string, target: T): T {
  const before = handed.get(target) as T | undefined
  if (before !== undefined) return before
  const proxy = new Proxy(target, guard(path, target))
  handed.set(target, proxy)
  handed.set(proxy, proxy)
  return proxy
}

/** A module of Electron's of which the stand-in has nothing. */
export function absent(path: string): never {
  const fail = () => {
    throw lacks(path)
  }
  const target = function absentModule() {}
  return new Proxy(target, {
    get: (of, name) => (typeof name === 'symbol' ? Reflect.get(of, name) : fail()),
    apply: fail,
    construct: fail,
  }) as never
}

/** Fails on options that the stand-in does not know; Electron's own would do something with them. */
export function knownOptions(what: string, given: object, known: ReadonlySet<string>): void {
  for (const name of Object.keys(given)) if (!known.has(name)) throw lacks(`${what} ${name}`)
}

/** An emitter that refuses a listener for an event that it never emits. */
export class KnownEvents extends EventEmitter {
  readonly #path: string
  readonly #events: ReadonlySet<string>

  constructor(path: string, events: readonly string[]) {
    super()
    this.#path = path
    this.#events = new Set(events)
  }

  #check(name: string | symbol): void {
    if (typeof name === 'string' && !this.#events.has(name)) throw lacks(`event '${name}' of ${this.#path}`)
  }

  override on(name: string, listener: Listener): this {
    this.#check(name)
    return super.on(name, listener as (...args: unknown[]) => void)
  }

  override addListener(name: string, listener: Listener): this {
    return this.on(name, listener)
  }

  override once(name: string, listener: Listener): this {
    this.#check(name)
    return super.once(name, listener as (...args: unknown[]) => void)
  }

  override prependListener(name: string, listener: Listener): this {
    this.#check(name)
    return super.prependListener(name, listener as (...args: unknown[]) => void)
  }
}

/** Gives an emitter further members, getters included. */
export function withMembers<T extends object>(emitter: KnownEvents, members: T): KnownEvents & T {
  return Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members)) as KnownEvents & T
}

/** Electron's cancellable event. */
export class HostEvent {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
