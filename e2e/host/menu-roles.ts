// What Electron's menu roles are called, which keys they have, and what they do.

type Item = Electron.MenuItemConstructorOptions

const separator: Item = { type: 'separator' }
const mac = process.platform === 'darwin'

export interface Role {
  readonly label: string
  readonly accelerator?: string
  readonly submenu?: readonly Item[]
  act?(window: Electron.BrowserWindow | null, app: { quit(): void }): void
}

function zoomBy(factor: number): (window: Electron.BrowserWindow | null) => void {
  return (window) => {
    if (window !== null) window.webContents.setZoomFactor(window.webContents.getZoomFactor() * factor)
  }
}

const EDIT: readonly Item[] = [
  { role: 'undo' },
  { role: 'redo' },
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]

const VIEW: readonly Item[] = [
  { role: 'reload' },
  { role: 'forceReload' },
  { role: 'toggleDevTools' },
  separator,
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  separator,
  { role: 'togglefullscreen' },
]

const QUIT: Item = { role: 'quit' }
const CLOSE: Item = { role: 'close' }

// Keys of cut, copy and paste are Chromium's own; listing them here would take them from the page.
export const ROLES: Readonly<Record<string, Role>> = {
  quit: { label: 'Quit', accelerator: 'CmdOrCtrl+Q', act: (_window, app) => app.quit() },
  close: { label: 'Close', accelerator: 'CmdOrCtrl+W', act: (window) => window?.close() },
  minimize: { label: 'Minimize', accelerator: 'CmdOrCtrl+M', act: (window) => window?.minimize() },
  zoom: { label: 'Zoom', act: (window) => window?.maximize() },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', act: (window) => window?.webContents.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'CmdOrCtrl+Shift+R',
    act: (window) => window?.webContents.reloadIgnoringCache(),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: mac ? 'Alt+Cmd+I' : 'Ctrl+Shift+I',
    act: (window) => window?.webContents.toggleDevTools(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: mac ? 'Ctrl+Cmd+F' : 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  resetzoom: {
    label: 'Actual Size',
    accelerator: 'CmdOrCtrl+0',
    act: (window) => window?.webContents.setZoomFactor(1),
  },
  zoomin: { label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', act: zoomBy(1.2) },
  zoomout: { label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', act: zoomBy(1 / 1.2) },
  undo: { label: 'Undo', act: (window) => window?.webContents.undo() },
  redo: { label: 'Redo', act: (window) => window?.webContents.redo() },
  cut: { label: 'Cut', act: (window) => window?.webContents.cut() },
  copy: { label: 'Copy', act: (window) => window?.webContents.copy() },
  paste: { label: 'Paste', act: (window) => window?.webContents.paste() },
  selectall: { label: 'Select All', act: (window) => window?.webContents.selectAll() },
  filemenu: { label: 'File', submenu: [mac ? CLOSE : QUIT] },
  editmenu: { label: 'Edit', submenu: EDIT },
  viewmenu: { label: 'View', submenu: VIEW },
  windowmenu: { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, CLOSE] },
  appmenu: { label: 'Hilum', submenu: [{ role: 'about' }, separator, QUIT] },
  about: { label: 'About' },
  hide: { label: 'Hide' },
  hideothers: { label: 'Hide Others' },
  unhide: { label: 'Show All' },
  services: { label: 'Services' },
  help: { label: 'Help', submenu: [] },
}
