// What a spec holds of the app: the same on both hosts.
import type { Page } from '@playwright/test'
import type { HostName } from './choose-host.ts'

/** A dialog that the app opened, with the options that it gave. */
export interface AskedDialog {
  readonly kind: 'open' | 'save' | 'message' | 'error'
  readonly options: Readonly<Record<string, unknown>>
}

export interface MenuItemState {
  readonly label: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly visible: boolean
}

export interface OpenOptions {
  /** Films and folders on the command line. */
  readonly paths?: readonly string[]
  /** Further arguments, before the paths. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The app's data from an earlier launch; without it a fresh, empty folder. */
  readonly userData?: string
}

/** What each host does in its own way. */
export interface Driver {
  readonly host: HostName
  readonly page: Page
  readonly userData: string
  readonly pid: number
  /** What main has written to its standard output and error. */
  mainLog(): string
  /** The next open dialog gives these; none cancels it. */
  answerOpenDialog(paths: readonly string[]): Promise<void>
  /** The next save dialog gives this; the empty path cancels it. */
  answerSaveDialog(path: string): Promise<void>
  /** The next message box is answered by its button of this number. */
  answerMessageBox(button: number): Promise<void>
  /** The dialogs opened so far. */
  dialogs(): Promise<readonly AskedDialog[]>
  /** 'File > Open Folder' (without ampersand and dots), or an item's id or role. */
  clickMenu(item: string): Promise<void>
  menuItem(item: string): Promise<MenuItemState>
  /** What the app wanted to open outside itself. */
  opened(): Promise<readonly string[]>
  /** Quits the app and gives its exit status. */
  close(): Promise<number>
  /** Ends main without its leave. */
  kill(): Promise<void>
  /** Resolves when main has ended. */
  readonly exited: Promise<number>
  /** What the app used and the host lacks; always empty in Electron. */
  readonly lacking: readonly string[]
}

export interface Hilum extends Driver {
  /** Drops files and folders on the window, in its middle or at a place. */
  drop(paths: readonly string[], at?: { readonly x: number; readonly y: number }): Promise<void>
}
