// ipcMain: handlers by channel, and what arrives from a page led to them.
import type { Arrival, PageLink } from './page-link.ts'
import type { Wire } from './page/wire.ts'
import { forApp, lacks } from './stand-in.ts'
import { EventEmitter } from 'node:events'
import { originOf } from './addresses.ts'

type Handler = (event: never, ...args: never[]) => unknown

const handlers = new Map<string, Handler>()
const listeners = new EventEmitter()

type Members =
  | 'handle'
  | 'handleOnce'
  | 'removeHandler'
  | 'on'
  | 'once'
  | 'off'
  | 'addListener'
  | 'removeListener'
  | 'removeAllListeners'

const members: Pick<Electron.IpcMain, Members> = {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  handleOnce(channel, handler) {
    members.handle(channel, (event, ...args: unknown[]) => {
      handlers.delete(channel)
      return handler(event, ...args) as unknown
    })
  },
  removeHandler: (channel) => void handlers.delete(channel),
  on: (channel, listener) => given(listeners.on(channel, listener)),
  once: (channel, listener) => given(listeners.once(channel, listener)),
  off: (channel, listener) => given(listeners.off(channel, listener)),
  addListener: (channel, listener) => given(listeners.on(channel, listener)),
  removeListener: (channel, listener) => given(listeners.off(channel, listener)),
  removeAllListeners: (channel) => given(listeners.removeAllListeners(channel)),
}

export const ipcMain = forApp('electron.ipcMain', members) as Electron.IpcMain

/** Electron's emitters return themselves. */
function given(_done: EventEmitter): Electron.IpcMain {
  return ipcMain
}

export function frameFor(url: string): Electron.WebFrameMain {
  const frame = { url, origin: originOf(url), parent: null, top: null as unknown, routingId: 1, processId: 1 }
  const known = {
    ...frame,
    frames: [],
    framesInSubtree: [],
    name: '',
    detached: false,
    isDestroyed: () => false,
  }
  known.top = forApp('electron.WebFrameMain', known)
  return known.top as Electron.WebFrameMain
}

function eventFor(kind: string, arrival: Arrival, sender: object): object {
  const event = {
    type: 'frame',
    sender,
    senderFrame: frameFor(arrival.url),
    frameId: 1,
    processId: 1,
    ports: [],
  }
  return forApp(`electron.${kind}`, { ...event, defaultPrevented: false, preventDefault: () => undefined })
}

async function callHandler(channel: string, event: object, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return await handler(event as never, ...(args as never[]))
}

/** Answers an invoke, failures as Electron words them. */
async function answer(
  link: PageLink,
  call: { id: number; contextId: number },
  result: Promise<unknown>,
): Promise<void> {
  let told: { result: Wire; error?: string }
  try {
    told = { result: link.encode(await result) }
  } catch (error) {
    console.error('Error occurred in handler:', error)
    told = { result: null, error: String(error) }
  }
  await link.tell({ kind: 'answer', call: call.id, ...told }, call.contextId)
}

/** Leads an invoke or a send from a page to its handler; resolves when the next may follow. */
export async function deliverToMain(link: PageLink, arrival: Arrival, sender: object): Promise<void> {
  const { message, contextId } = arrival
  if (message.kind === 'invoke') {
    const args = await link.decode(message.args, contextId)
    const event = eventFor('IpcMainInvokeEvent', arrival, sender)
    void answer(link, { id: message.call, contextId }, callHandler(message.channel, event, args))
  } else if (message.kind === 'send') {
    const args = await link.decode(message.args, contextId)
    if (listeners.listenerCount(message.channel) === 0)
      console.error(`Nothing in main listens to '${message.channel}'.`)
    listeners.emit(message.channel, eventFor('IpcMainEvent', arrival, sender), ...args)
  } else throw lacks(`message ${message.kind}`)
}
