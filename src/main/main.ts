// Electron's entry: wires the desk, the window and the system together. What they do is elsewhere.

import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { app, Menu, protocol, type BrowserWindow } from 'electron'
import { answerRequests, send } from './adapters/electron-ipc.ts'
import { appVersion, places } from './places.ts'
import { thisMachine } from './providers/machine.ts'
import { isOurs, SCHEME } from './window/address.ts'
import { Desk } from './window/desk.ts'
import { handlers } from './window/handlers.ts'
import { createMainWindow, prepareSession } from './window/main-window.ts'
import { menuTemplate } from './window/menu.ts'
import { pathsOf } from './window/start-arguments.ts'
import { startBackgroundProcess, startUtilityProcess } from './window/utility-process.ts'
import type { ProviderChoice } from '../shared/provider.ts'
import { strings } from '../shared/strings.en.ts'
import type { MenuCommand } from '../shared/window-data.ts'

app.enableSandbox()
app.setName(strings.appName)
protocol.registerSchemesAsPrivileged([
  {
    scheme: SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
])

let window: BrowserWindow | undefined

const desk = new Desk({
  start: () => startUtilityProcess(places.worker),
  startInBackground: () => startBackgroundProcess(places.worker),
  ownModels: join(app.getPath('userData'), 'models'),
  installedModels: places.models,
  threads: availableParallelism(),
  dataFolder: app.getPath('userData'),
  version: appVersion(),
  runtime:
    process.versions.electron === undefined ? strings.standIn : `Electron ${process.versions.electron}`,
  tell: (name, payload) => window && send(window.webContents, name, payload),
})

function openWindow(): void {
  window = createMainWindow(strings.appName)
  window.on('closed', () => {
    window = undefined
  })
}

function shownWindow(): BrowserWindow {
  if (window === undefined) openWindow()
  return window!
}

function openPaths(paths: readonly string[]): void {
  if (paths.length > 0) void desk.openFromOutside(paths)
}

function setMenu(): void {
  const run = (command: MenuCommand) => send(shownWindow().webContents, 'menu.command', command)
  const where = {
    order: thisMachine().order,
    chosen: desk.providerChoice,
    choose: (choice: ProviderChoice) => void desk.chooseProvider(choice),
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(run, where)))
}

async function start(): Promise<void> {
  await app.whenReady()
  prepareSession((place) => desk.shown.find(place))
  answerRequests(handlers(desk, shownWindow), isOurs)
  setMenu()
  openPaths(pathsOf(process.argv, { packaged: app.isPackaged, cwd: process.cwd() }))
  openWindow()
  await desk.loadDefaultModel()
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, cwd) => {
    openPaths(pathsOf(argv, { packaged: app.isPackaged, cwd }))
    shownWindow().focus()
  })
  // macOS hands over files from the Finder this way.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openPaths([path])
  })
  app.on('activate', () => shownWindow())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', () => desk.close())
  // Not awaited here: Electron is ready only when this module has run to its end.
  void start()
} else {
  app.quit()
}
