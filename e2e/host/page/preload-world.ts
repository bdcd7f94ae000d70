// What a sandboxed preload finds in its world: `require('electron')` with three modules, and the
// post that carries messages to the host. Its text is evaluated in the page, before the page's own
// scripts; everything it needs from its neighbours is evaluated beside it.
import { bridgeEnd } from './bridge-end.ts'
import { showMenu, watchForMenu, type ShownItem } from './menu-sheet.ts'
import { decodeValue, encodeValue, type Wire } from './wire.ts'

/** Messages from the preload's world to the host. */
export type FromPage =
  | { readonly kind: 'invoke'; readonly call: number; readonly channel: string; readonly args: Wire }
  | { readonly kind: 'send'; readonly channel: string; readonly args: Wire }
  | { readonly kind: 'accelerator'; readonly keys: string }
  | ({ readonly kind: 'windowOpen' } & WindowWish)
  | { readonly kind: 'menuWanted' }
  | { readonly kind: 'menuItem'; readonly place: readonly number[] }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'preloadError'; readonly message: string }

/** Messages from the host to the preload's world. */
export type ToPage =
  | { readonly kind: 'answer'; readonly call: number; readonly result: Wire; readonly error?: string }
  | { readonly kind: 'message'; readonly channel: string; readonly args: Wire }
  | { readonly kind: 'accelerators'; readonly keys: readonly string[] }
  | { readonly kind: 'menu'; readonly items: readonly ShownItem[] }

export interface PreloadSettings {
  /** The name of the binding that carries text to the host. */
  readonly binding: string
  /** The names of the events between the two worlds. */
  readonly outgoing: string
  readonly incoming: string
  readonly windowOpens: string
  readonly platform: string
  readonly arch: string
  readonly argv: readonly string[]
  readonly versions: Readonly<Record<string, string>>
  readonly accelerators: readonly string[]
  /** A person has no other menu than one in the page. */
  readonly headed: boolean
}

type Listener = (event: { sender: unknown; ports: readonly never[] }, ...args: unknown[]) => void
type Post = (message: FromPage) => void

interface WindowWish {
  readonly url: string
  readonly frameName: string
  readonly features: string
}

export interface PreloadWorld {
  require(name: string): unknown
  readonly process: object
  receive(message: ToPage): void
  readonly files: Map<string, File>
  report(message: string): void
}

/** An object whose absent members fail by their name, here and in the host's report. */
export function namedMembers<T extends object>(path: string, members: T, post: Post): T {
  return new Proxy(members, {
    get(of, name) {
      if (typeof name === 'symbol' || name in of || name === 'then' || name === 'toJSON')
        return Reflect.get(of, name)
      post({ kind: 'missing', name: `${path}.${name}` })
      throw new Error(`e2e/host has no ${path}.${name}`)
    },
  })
}

function ipcRendererOf(post: Post, calls: Map<number, (message: ToPage) => void>) {
  const listeners = new Map<string, Listener[]>()
  const of = (channel: string) => listeners.get(channel) ?? []
  let lastCall = 0
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      const call = ++lastCall
      const encoded = encodeValue(args)
      return new Promise((resolve, reject) => {
        calls.set(call, (message) => {
          if (message.kind !== 'answer') return
          if (message.error === undefined) resolve(decodeValue(message.result))
          else reject(new Error(`Error invoking remote method '${channel}': ${message.error}`))
        })
        post({ kind: 'invoke', call, channel, args: encoded })
      })
    },
    send(channel: string, ...args: unknown[]) {
      post({ kind: 'send', channel, args: encodeValue(args) })
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...of(channel), listener])
      return ipcRenderer
    },
    once(channel: string, listener: Listener) {
      const once: Listener = (event, ...args) => {
        ipcRenderer.removeListener(channel, once)
        listener(event, ...args)
      }
      return ipcRenderer.on(channel, once)
    },
    removeListener(channel: string, listener: Listener) {
      listeners.set(
        channel,
        of(channel).filter((one) => one !== listener),
      )
      return ipcRenderer
    },
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
    addListener: (channel: string, listener: Listener) => ipcRenderer.on(channel, listener),
    off: (channel: string, listener: Listener) => ipcRenderer.removeListener(channel, listener),
  }
  const deliver = (channel: string, args: unknown[]) => {
    for (const listener of of(channel)) listener({ sender: ipcRenderer, ports: [] }, ...args)
  }
  return { ipcRenderer, deliver }
}

function modulesOf(electron: object, post: Post): (name: string) => unknown {
  return (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    const message = `module not found: ${name}`
    post({ kind: 'preloadError', message })
    throw new Error(message)
  }
}

function processOf(settings: PreloadSettings, post: Post): object {
  const { platform, arch, argv, versions } = settings
  const sandboxed = { platform, arch, argv, versions, type: 'renderer', sandboxed: true }
  return namedMembers('process', { ...sandboxed, contextIsolated: true, env: {} }, post)
}

/** Menu accelerators act on what the page itself has not handled. */
function watchKeys(post: Post, known: () => readonly string[]): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat) return
    const held = [
      event.ctrlKey && 'Control',
      event.altKey && 'Alt',
      event.shiftKey && 'Shift',
      event.metaKey && 'Meta',
    ]
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
    const keys = [...held.filter((one) => one !== false), key].join('+')
    if (!known().includes(keys)) return
    event.preventDefault()
    post({ kind: 'accelerator', keys })
  })
}

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void

/** Builds the world of one page and runs the preload in it. */
export function runPreload(settings: PreloadSettings, preload: Preload): PreloadWorld {
  const world = preloadWorld(settings)
  const module = { exports: {} }
  try {
    preload(world.require, module, module.exports, world.process)
  } catch (error) {
    world.report(error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error))
    throw error
  }
  return world
}

function preloadWorld(settings: PreloadSettings): PreloadWorld {
  const send = (globalThis as unknown as Record<string, (text: string) => void>)[settings.binding]
  const post: Post = (message) => send?.(JSON.stringify({ url: location.href, message }))
  const calls = new Map<number, (message: ToPage) => void>()
  const files = new Map<string, File>()
  const { ipcRenderer, deliver } = ipcRendererOf(post, calls)
  const bridge = bridgeEnd(settings.outgoing, settings.incoming)
  let accelerators = settings.accelerators
  watchKeys(post, () => accelerators)
  if (settings.headed) watchForMenu(() => post({ kind: 'menuWanted' }))
  window.addEventListener(settings.windowOpens, (event) => {
    post({ kind: 'windowOpen', ...(event as CustomEvent<WindowWish>).detail })
  })
  const webUtils = {
    // Synchronous in Electron. The host alone can learn the path, so a token stands for it and the
    // host puts the path in its place when the token arrives in a message.
    getPathForFile(file: File) {
      const token = `hilum-file:${crypto.randomUUID()}`
      files.set(token, file)
      return token
    },
  }
  const contextBridge = { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) }
  const electron = namedMembers(
    'electron',
    {
      ipcRenderer: namedMembers('electron.ipcRenderer', ipcRenderer, post),
      contextBridge: namedMembers('electron.contextBridge', contextBridge, post),
      webUtils: namedMembers('electron.webUtils', webUtils, post),
    },
    post,
  )
  return {
    require: modulesOf(electron, post),
    process: processOf(settings, post),
    files,
    report: (message) => post({ kind: 'preloadError', message }),
    receive(message) {
      if (message.kind === 'accelerators') accelerators = message.keys
      else if (message.kind === 'message') deliver(message.channel, decodeValue(message.args) as unknown[])
      else if (message.kind === 'menu') showMenu(message.items, (place) => post({ kind: 'menuItem', place }))
      else {
        calls.get(message.call)?.(message)
        calls.delete(message.call)
      }
    },
  }
}
