// app: the life of the application, from the browser's start to its end.
import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { allWindows } from './browser-window.ts'
import { startBrowser, stopBrowser } from './browser.ts'
import { lifecycle } from './lifecycle.ts'
import { setSurroundings } from './menu.ts'
import { interceptAll } from './network.ts'
import { needsNotReady, readiness } from './readiness.ts'
import { settings } from './settings.ts'
import { releaseInstanceLock, takeInstanceLock } from './single-instance.ts'
import { forApp, HostEvent, KnownEvents, lacks, withMembers } from './stand-in.ts'
import { endUtilityProcesses } from './utility-process.ts'
import { focusedWindow } from './browser-window.ts'

const EVENTS = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  // macOS alone has these, from its Dock and Finder, which know nothing of the stand-in.
  'activate',
  'open-file',
  'second-instance',
  'browser-window-created',
  'web-contents-created',
]

const events = new KnownEvents('electron.app', EVENTS)
const switches = new Map<string, string>()

/** The folder of the app's package.json, going up from its entry. */
function findAppPath(): string {
  let folder = dirname(process.argv[1] ?? process.cwd())
  for (;;) {
    try {
      readFileSync(join(folder, 'package.json'))
      return folder
    } catch (error) {
      if (dirname(folder) === folder) throw new Error('The app has no package.json.', { cause: error })
      folder = dirname(folder)
    }
  }
}

const appPath = findAppPath()
const described = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
  name: string
  productName?: string
  version: string
}
let name = described.productName ?? described.name

const places = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['userData', settings.userData],
  ['sessionData', settings.userData],
  ['appData', dirname(settings.userData)],
  ['logs', join(settings.userData, 'logs')],
  ['exe', process.execPath],
  ['module', process.execPath],
])

// A spec must not write into the home of whoever runs it.
for (const [place, folder] of [
  ['documents', 'Documents'],
  ['downloads', 'Downloads'],
  ['desktop', 'Desktop'],
  ['pictures', 'Pictures'],
] as const)
  places.set(place, join(settings.headed ? homedir() : settings.userData, folder))

let quitting = false

export function quit(): void {
  if (quitting) return
  const event = new HostEvent()
  events.emit('before-quit', event)
  if (event.defaultPrevented) return
  quitting = true
  if (allWindows().length === 0) end(0)
  for (const window of allWindows()) window.close()
}

function end(code: number): void {
  const event = new HostEvent()
  events.emit('will-quit', event)
  if (event.defaultPrevented) {
    quitting = false
    return
  }
  events.emit('quit', new HostEvent(), code)
  exit(code)
}

let exiting = false

function exit(code = 0): void {
  if (exiting) return
  exiting = true
  endUtilityProcesses()
  releaseInstanceLock()
  void stopBrowser().finally(() => process.exit(code))
}

lifecycle.on('close-prevented', () => {
  quitting = false
})

lifecycle.on('window-closed', () => {
  if (allWindows().length > 0 || exiting) return
  if (quitting) end(0)
  // Without a listener Electron quits with the last window; and no Dock opens another for a person.
  else if (!events.emit('window-all-closed') || settings.headed) quit()
})

lifecycle.on('web-contents-created', (contents) =>
  events.emit('web-contents-created', new HostEvent(), contents),
)
lifecycle.on('browser-window-created', (window) =>
  events.emit('browser-window-created', new HostEvent(), window),
)

type Members =
  | 'isPackaged'
  | 'name'
  | 'commandLine'
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'requestSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'dock'

const commandLine: Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'> = {
  // The browser has started before main has run: its switches are the host's own.
  appendSwitch: (the_switch, value = '') => void switches.set(the_switch, value),
  hasSwitch: (the_switch) => switches.has(the_switch),
  getSwitchValue: (the_switch) => switches.get(the_switch) ?? '',
}

function getPath(place: string): string {
  const path = places.get(place)
  if (path === undefined) throw lacks(`electron.app.getPath('${place}')`)
  // What lies in a person's home is not the host's to make.
  if (path.startsWith(settings.userData)) mkdirSync(path, { recursive: true })
  return path
}

let locked = false

const members: Pick<Electron.App, Members> = {
  isPackaged: false,
  dock: undefined,
  get name() {
    return name
  },
  set name(wanted: string) {
    name = wanted
  },
  commandLine: forApp('electron.app.commandLine', commandLine) as Electron.CommandLine,
  whenReady,
  isReady: () => readiness.ready,
  quit,
  exit,
  focus: () => focusedWindow()?.focus(),
  getVersion: () => described.version,
  getName: () => name,
  setName(wanted) {
    name = wanted
  },
  getPath,
  setPath: (place, path) => void places.set(place, path),
  getAppPath: () => appPath,
  getLocale: () => 'en-GB',
  getSystemLocale: () => 'en-GB',
  requestSingleInstanceLock(additionalData) {
    locked = takeInstanceLock(additionalData, (second) => {
      events.emit(
        'second-instance',
        new HostEvent(),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      )
    })
    return locked
  },
  releaseSingleInstanceLock: releaseInstanceLock,
  hasSingleInstanceLock: () => locked,
  enableSandbox: () => needsNotReady('app.enableSandbox()'),
  disableHardwareAcceleration: () => needsNotReady('app.disableHardwareAcceleration()'),
  setAppUserModelId: () => undefined,
  setAboutPanelOptions: () => undefined,
  addRecentDocument: () => undefined,
  clearRecentDocuments: () => undefined,
}

export const app = forApp('electron.app', withMembers(events, members))

setSurroundings({ focusedWindow, app: { quit } })

const starting = Promise.withResolvers<void>()

/** Resolves when the app is ready. */
export const started = starting.promise

async function launch(): Promise<void> {
  await startBrowser()
  await interceptAll()
  readiness.ready = true
  events.emit('ready', new HostEvent(), {})
  starting.resolve()
}

let launching = false

/** The browser starts when main waits for it: a second instance ends without one. */
function whenReady(): Promise<void> {
  if (!launching && !exiting)
    launch().catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  launching = true
  return started
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, quit)
