// What the parts of the host tell one another about the app's life. It knows none of them.
import { EventEmitter } from 'node:events'

interface Events {
  'web-contents-created': [contents: Electron.WebContents]
  'browser-window-created': [window: Electron.BrowserWindow]
  'window-closed': []
  'close-prevented': []
  'accelerators-changed': []
}

export const lifecycle = new EventEmitter<Events>()
