// The only door between the page and main. It knows names and nothing else: no Node, no paths, no channels of Electron's.

import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { EVENTS, WINDOW_REQUESTS, type EventName, type PreloadRequest } from '../shared/contract-names.ts'
import type { Bridge } from '../shared/bridge.ts'

const requestNames: ReadonlySet<string> = new Set(WINDOW_REQUESTS)
const eventNames: ReadonlySet<string> = new Set(EVENTS)

const bridge: Bridge = {
  request: async (name, input) => {
    if (!requestNames.has(name)) {
      return {
        ok: false,
        code: 'IPC_BAD_REQUEST',
        message: `The window asked for “${name}”, which main does not offer.`,
      }
    }
    return ipcRenderer.invoke(name, input)
  },

  openDropped: async (files) => {
    const drop: PreloadRequest = 'films.drop'
    // Text or a picture dragged out of a page is a File without a path.
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')
    return ipcRenderer.invoke(drop, { paths })
  },

  on: (name: EventName, listener: (payload: never) => void) => {
    if (!eventNames.has(name)) return () => undefined
    const forward = (_event: unknown, payload: unknown) => listener(payload as never)
    ipcRenderer.on(name, forward)
    return () => ipcRenderer.removeListener(name, forward)
  },
}

contextBridge.exposeInMainWorld('hilum', bridge)
