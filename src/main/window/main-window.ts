import { BrowserWindow, session } from 'electron'
import { places } from '../places.ts'
import { SCHEME, START } from './address.ts'
import { guardContents, guardSession } from './guard.ts'
import { serve, type FindPixels } from './serve.ts'

/** Before anything is loaded: what app:// answers and what is refused. */
export function prepareSession(findPixels: FindPixels): void {
  const own = session.defaultSession
  guardSession(own)
  own.protocol.handle(SCHEME, serve(places.renderer, findPixels))
}

export function createMainWindow(title: string): BrowserWindow {
  const window = new BrowserWindow({
    title,
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#101418',
    webPreferences: {
      preload: places.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  guardContents(window.webContents)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(START)
  return window
}
