// What `import ... from 'electron'` gives in main. Every name that Electron exports there is here;
// those that the stand-in lacks fail by their name as soon as anything is asked of them.
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { net } from './net.ts'
import { screen } from './screen.ts'
import { protocol, session } from './session.ts'
import { shell } from './shell.ts'
import { absent } from './stand-in.ts'
import { utilityProcess } from './utility-process.ts'

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
}

export const autoUpdater = absent('electron.autoUpdater')
export const BaseWindow = absent('electron.BaseWindow')
export const BrowserView = absent('electron.BrowserView')
export const clipboard = absent('electron.clipboard')
export const ClipboardItem = absent('electron.ClipboardItem')
export const contentTracing = absent('electron.contentTracing')
export const crashReporter = absent('electron.crashReporter')
export const desktopCapturer = absent('electron.desktopCapturer')
export const globalShortcut = absent('electron.globalShortcut')
export const ImageView = absent('electron.ImageView')
export const inAppPurchase = absent('electron.inAppPurchase')
export const IpcMainServiceWorker = absent('electron.IpcMainServiceWorker')
export const MessageChannelMain = absent('electron.MessageChannelMain')
export const nativeImage = absent('electron.nativeImage')
export const netLog = absent('electron.netLog')
export const Notification = absent('electron.Notification')
export const powerMonitor = absent('electron.powerMonitor')
export const powerSaveBlocker = absent('electron.powerSaveBlocker')
export const pushNotifications = absent('electron.pushNotifications')
export const safeStorage = absent('electron.safeStorage')
export const ShareMenu = absent('electron.ShareMenu')
export const sharedTexture = absent('electron.sharedTexture')
export const systemPreferences = absent('electron.systemPreferences')
export const TouchBar = absent('electron.TouchBar')
export const Tray = absent('electron.Tray')
export const View = absent('electron.View')
export const webContents = absent('electron.webContents')
export const WebContentsView = absent('electron.WebContentsView')
export const webFrameMain = absent('electron.webFrameMain')
export const WebSocket = absent('electron.WebSocket')

type Exported = keyof typeof Electron.Main | keyof typeof Electron.Common
type Listed = keyof typeof import('./electron.ts')

/** Fails to compile when a version of Electron exports a name that is not listed above. */
export type Unlisted<Names extends never = Exclude<Exported, Listed>> = Names
