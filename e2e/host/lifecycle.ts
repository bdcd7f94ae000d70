// What the parts of the host tell one another about the app's life, and what is open now.
import { EventEmitter } from 'node:events'
import type { OwnPage } from './own-page.ts'

interface Events {
  'web-contents-created': [contents: Electron.WebContents]
  'browser-window-created': [window: Electron.BrowserWindow]
  'page-opened': [page: OwnPage]
  'window-closed': []
  'close-prevented': []
  'accelerators-changed': []
}

export const lifecycle = new EventEmitter<Events>()

/** Pages of open windows. */
export const openPages = new Set<OwnPage>()

export function pageOfFrame(frameId: string): OwnPage | undefined {
  return [...openPages].find((page) => page.mainFrame === frameId)
}

/** The page of the window that was last in front. */
export function focusedPage(): OwnPage | undefined {
  return [...openPages].at(-1)
}
