// BrowserWindow: a page of Chromium with main's idea of a window around it.
import { lifecycle } from './lifecycle.ts'
import type { OwnPage } from './own-page.ts'
import { needsReady } from './readiness.ts'
import { ownSession } from './session.ts'
import { forApp, HostEvent, KnownEvents, knownOptions, lacks, withMembers } from './stand-in.ts'
import { openContents } from './web-contents.ts'
import { placeWindow, type WindowFrame } from './window-frame.ts'

const EVENTS = [
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'resize',
  'move',
  'page-title-updated',
]

// Looks that no spec can see in a browser are taken and left; the rest is done.
const OPTIONS = new Set([
  ...['width', 'height', 'x', 'y', 'show', 'title', 'webPreferences'],
  ...['minWidth', 'minHeight', 'backgroundColor', 'icon', 'center', 'autoHideMenuBar', 'useContentSize'],
  ...['darkTheme', 'titleBarStyle', 'resizable'],
])

const PREFERENCES = new Set([
  ...['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'partition', 'additionalArguments'],
  ...['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'webviewTag'],
  ...['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'navigateOnDragDrop', 'safeDialogs'],
  ...['devTools', 'spellcheck', 'backgroundThrottling', 'enableWebSQL', 'disableDialogs', 'v8CacheOptions'],
])

/** The page is a sandboxed one whatever is asked; an app that asks for less would differ in Electron. */
function checkPreferences(preferences: Electron.WebPreferences): void {
  knownOptions('webPreferences', preferences, PREFERENCES)
  const closed = { sandbox: true, contextIsolation: true, webSecurity: true } as const
  for (const name of ['sandbox', 'contextIsolation', 'webSecurity'] as const)
    if (preferences[name] !== undefined && preferences[name] !== closed[name])
      throw lacks(`webPreferences ${name}: ${preferences[name]}`)
  for (const name of [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webviewTag',
  ] as const)
    if (preferences[name] === true) throw lacks(`webPreferences ${name}: true`)
}

interface OwnWindow {
  readonly page: OwnPage
  readonly window: Electron.BrowserWindow
  readonly frame: WindowFrame
  readonly emit: (name: string, ...args: unknown[]) => void
  visible: boolean
  title: string
  destroying: boolean
}

const windows = new Map<number, OwnWindow>()
let lastId = 0
let focused: number | undefined

export function allWindows(): Electron.BrowserWindow[] {
  return [...windows.values()].map(({ window }) => window)
}

export function focusedWindow(): Electron.BrowserWindow | null {
  return (focused === undefined ? undefined : windows.get(focused)?.window) ?? null
}

/** Asks the app whether the window may close; closes it if so. */
function close(own: OwnWindow): void {
  if (own.destroying || own.page.gone) return
  const event = new HostEvent()
  own.emit('close', event)
  if (event.defaultPrevented) lifecycle.emit('close-prevented')
  else destroy(own)
}

function destroy(own: OwnWindow): void {
  if (own.destroying) return
  own.destroying = true
  void own.page.close()
}

function show(own: OwnWindow): void {
  own.visible = true
  own.emit('show')
  focus(own)
}

function focus(own: OwnWindow): void {
  focused = own.window.id
  own.page.later(({ page }) => page.bringToFront())
  own.emit('focus')
}

type Members =
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'setTitle'
  | 'getTitle'
  | 'setRepresentedFilename'
  | 'getRepresentedFilename'
  | 'setDocumentEdited'
  | 'setProgressBar'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setBackgroundColor'

function membersOf(own: () => OwnWindow, page: OwnPage): Pick<Electron.BrowserWindow, Members> {
  let represented = ''
  return {
    id: ++lastId,
    webContents: page.contents,
    loadURL: (url) => page.load(url),
    reload: () => page.reload(),
    show: () => show(own()),
    showInactive: () => show(own()),
    hide() {
      own().visible = false
      own().emit('hide')
    },
    focus: () => focus(own()),
    isVisible: () => own().visible,
    isFocused: () => focused === own().window.id,
    isDestroyed: () => page.gone || own().destroying,
    close: () => close(own()),
    destroy: () => destroy(own()),
    setTitle(title) {
      own().title = title
    },
    getTitle: () => own().title,
    setRepresentedFilename(name) {
      represented = name
    },
    getRepresentedFilename: () => represented,
    setDocumentEdited: () => undefined,
    setProgressBar: () => undefined,
    setMenu: () => undefined,
    removeMenu: () => undefined,
    setMenuBarVisibility: () => undefined,
    setBackgroundColor: () => undefined,
  }
}

function forget(own: OwnWindow): void {
  own.destroying = true
  windows.delete(own.window.id)
  own.emit('closed')
  lifecycle.emit('window-closed')
}

function openWindow(options: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow {
  needsReady('Cannot create BrowserWindow')
  knownOptions('BrowserWindow option', options, OPTIONS)
  const preferences = options.webPreferences ?? {}
  checkPreferences(preferences)
  const page = openContents(ownSession(preferences.partition ?? ''), preferences)
  const events = new KnownEvents('electron.BrowserWindow', EVENTS)
  const emit = (name: string, ...args: unknown[]) => void events.emit(name, ...args)
  const frame = placeWindow(page, options, emit)
  withMembers(
    events,
    membersOf(() => own, page),
  )
  const handedOut = forApp('electron.BrowserWindow', withMembers(events, frame.members))
  const window = handedOut as unknown as Electron.BrowserWindow
  const state = { visible: options.show !== false, title: options.title ?? '', destroying: false }
  const own: OwnWindow = { page, window, frame, emit, ...state }
  windows.set(window.id, own)
  focused = window.id
  page.whenGone = () => forget(own)
  page.closeSoon = () => close(own)
  page.whenShown = () => {
    page.whenShown = () => undefined
    emit('ready-to-show')
  }
  page.events.on('page-title-updated', ((event: HostEvent, title: string) => {
    emit('page-title-updated', event, title, true)
    if (!event.defaultPrevented) own.title = title
  }) as never)
  lifecycle.emit('browser-window-created', window)
  return window
}

class Statics {
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    return openWindow(options)
  }

  static getAllWindows = allWindows
  static getFocusedWindow = focusedWindow
  static fromId = (id: number) => windows.get(id)?.window ?? null
  static fromWebContents = (contents: Electron.WebContents) =>
    [...windows.values()].find(({ page }) => page.contents === contents)?.window ?? null
}

export const BrowserWindow = forApp('electron.BrowserWindow', Statics)
