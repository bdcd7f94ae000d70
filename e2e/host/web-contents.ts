// webContents: the page of one window, as main knows it.
import { lifecycle } from './lifecycle.ts'
import { frameFor } from './ipc-main.ts'
import { pageOpened } from './open-pages.ts'
import { OwnPage } from './own-page.ts'
import type { OwnSession } from './session.ts'
import { forApp, KnownEvents, withMembers } from './stand-in.ts'

const EVENTS = [
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'dom-ready',
  'will-navigate',
  'will-attach-webview',
  'render-process-gone',
  'destroyed',
  'console-message',
  'page-title-updated',
]

type EditCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll'

type Members =
  | 'id'
  | 'session'
  | 'mainFrame'
  | 'send'
  | 'setWindowOpenHandler'
  | 'loadURL'
  | 'reload'
  | 'reloadIgnoringCache'
  | 'getURL'
  | 'getTitle'
  | 'executeJavaScript'
  | 'openDevTools'
  | 'closeDevTools'
  | 'toggleDevTools'
  | 'isDevToolsOpened'
  | 'isDestroyed'
  | 'isCrashed'
  | 'isLoading'
  | 'focus'
  | 'close'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | EditCommand

let lastId = 0

function editCommand(page: OwnPage, command: EditCommand): () => void {
  return () => {
    page.later(async ({ session }) => {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
    })
  }
}

function membersOf(page: OwnPage, session: OwnSession): Pick<Electron.WebContents, Members> {
  return {
    id: ++lastId,
    session: session.members,
    get mainFrame() {
      return frameFor(page.url)
    },
    send: (channel, ...args) => page.send(channel, args),
    setWindowOpenHandler(handler) {
      page.openHandler = handler
    },
    loadURL: (url) => page.load(url),
    reload: () => page.reload(),
    reloadIgnoringCache: () => page.reload(),
    getURL: () => page.url,
    getTitle: () => page.title,
    executeJavaScript: (code) => page.evaluate(code),
    // A browser driven for a spec shows no tools; nothing else in the app depends on them.
    openDevTools: () => undefined,
    closeDevTools: () => undefined,
    toggleDevTools: () => undefined,
    isDevToolsOpened: () => false,
    isDestroyed: () => page.gone,
    isCrashed: () => page.crashed,
    isLoading: () => page.loading,
    focus: () => page.later(({ page: target }) => target.bringToFront()),
    close: () => page.closeSoon(),
    setZoomFactor: (factor) => page.zoom(factor),
    getZoomFactor: () => page.zoomFactor,
    undo: editCommand(page, 'undo'),
    redo: editCommand(page, 'redo'),
    cut: editCommand(page, 'cut'),
    copy: editCommand(page, 'copy'),
    paste: editCommand(page, 'paste'),
    selectAll: editCommand(page, 'selectAll'),
  }
}

/** Makes the page of a new window and what main is handed for it. */
export function openContents(session: OwnSession, preferences: Electron.WebPreferences): OwnPage {
  const events = new KnownEvents('electron.WebContents', EVENTS)
  const page = new OwnPage(events, session, preferences)
  pageOpened(page)
  const contents = forApp('electron.WebContents', withMembers(events, membersOf(page, session)))
  page.contents = contents as unknown as Electron.WebContents
  lifecycle.emit('web-contents-created', page.contents)
  return page
}
