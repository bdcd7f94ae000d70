// Opens the built app in real Electron. Its dialogs and its shell are replaced in main before the
// spec begins; its menu is the real one.
import { _electron, type ElectronApplication } from '@playwright/test'
import { root, type LaunchOrder } from './launch-order.ts'
import type { AskedDialog, Driver, MenuItemState } from './opened-app.ts'

type Answers = Record<'open' | 'save' | 'message', unknown[]>

/** What the replaced parts keep in main, under a name of their own. */
interface Kept {
  readonly answers: Answers
  readonly asked: AskedDialog[]
  readonly opened: string[]
}

declare global {
  var hilumSpec: Kept
}

function replaceDesktop(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ dialog, shell }) => {
    const kept: Kept = { answers: { open: [], save: [], message: [] }, asked: [], opened: [] }
    globalThis.hilumSpec = kept
    const take = <T>(kind: keyof Answers, args: readonly unknown[], otherwise: T): T => {
      kept.asked.push({ kind, options: args.at(-1) as Record<string, unknown> })
      return kept.answers[kind].length === 0 ? otherwise : (kept.answers[kind].shift() as T)
    }
    dialog.showOpenDialog = async (...args: readonly unknown[]) => {
      const filePaths = take<string[]>('open', args, [])
      return { canceled: filePaths.length === 0, filePaths }
    }
    dialog.showSaveDialog = async (...args: readonly unknown[]) => {
      const filePath = take('save', args, '')
      return { canceled: filePath === '', filePath }
    }
    dialog.showMessageBox = async (...args: readonly unknown[]) => {
      const { cancelId = 0, checkboxChecked = false } = args.at(-1) as Electron.MessageBoxOptions
      return { response: take('message', args, cancelId), checkboxChecked }
    }
    dialog.showErrorBox = (title, content) =>
      void kept.asked.push({ kind: 'error', options: { title, content } })
    shell.openExternal = async (url) => void kept.opened.push(url)
    shell.openPath = async (path) => {
      kept.opened.push(path)
      return ''
    }
    shell.showItemInFolder = (path) => void kept.opened.push(path)
  })
}

/** Finds an item by path, id or role; clicks it when asked to. */
function menu(app: ElectronApplication, wanted: string, how: 'look' | 'click'): Promise<MenuItemState> {
  return app.evaluate(
    ({ Menu, BrowserWindow }, [name, act]) => {
      const spoken = (label: string) => label.replace(/&(?=\w)/g, '').replace(/(…|\.\.\.)$/, '')
      const within = (items: readonly Electron.MenuItem[]): Electron.MenuItem[] =>
        items.flatMap((one) => [one, ...within(one.submenu?.items ?? [])])
      const top = Menu.getApplicationMenu()?.items ?? []
      let item = within(top).find(({ id, role }) => id === name || role === name)
      if (item === undefined) {
        let items = top
        for (const step of name.split('>').map((part) => spoken(part.trim()))) {
          item = items.find(({ label, visible }) => visible && spoken(label) === step)
          items = item?.submenu?.items ?? []
        }
      }
      if (item === undefined) throw new Error(`The menu has no '${name}'.`)
      if (act === 'click') {
        if (!item.enabled) throw new Error(`The menu's '${name}' is disabled.`)
        const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
        const click = item.click as (event: object, window?: object, contents?: object) => void
        click.call(item, {}, window, window?.webContents)
      }
      const { label, enabled, checked, visible } = item
      return { label, enabled, checked, visible }
    },
    [wanted, how] as const,
  )
}

function answer(app: ElectronApplication, kind: keyof Answers, value: unknown): Promise<void> {
  return app.evaluate((_electron, [which, given]) => void globalThis.hilumSpec.answers[which].push(given), [
    kind,
    value,
  ] as const)
}

function executableArguments({ args, userData }: LaunchOrder): string[] {
  const unsandboxed = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  // The app's folder comes first, where an app that runs unpacked looks for it.
  return [root, ...args, ...unsandboxed, `--user-data-dir=${userData}`]
}

export async function launchElectron(order: LaunchOrder, executablePath: string): Promise<Driver> {
  const env = Object.fromEntries(
    Object.entries({ ELECTRON_ENABLE_LOGGING: '1', ...process.env, ...order.env }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  const app = await _electron.launch({
    executablePath,
    args: executableArguments(order),
    env: env as Record<string, string>,
  })
  const main = app.process()
  let log = ''
  for (const stream of [main.stdout, main.stderr])
    stream?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
  const exited = new Promise<number>((resolve) => main.once('exit', (code) => resolve(code ?? 1)))
  await replaceDesktop(app)
  const page = await app.firstWindow()
  return {
    host: 'electron',
    page,
    userData: order.userData,
    pid: main.pid ?? 0,
    lacking: [],
    exited,
    mainLog: () => log,
    answerOpenDialog: (paths) => answer(app, 'open', paths),
    answerSaveDialog: (path) => answer(app, 'save', path),
    answerMessageBox: (button) => answer(app, 'message', button),
    dialogs: () => app.evaluate(() => globalThis.hilumSpec.asked),
    clickMenu: async (item) => void (await menu(app, item, 'click')),
    menuItem: (item) => menu(app, item, 'look'),
    opened: () => app.evaluate(() => globalThis.hilumSpec.opened),
    async close() {
      if (main.exitCode === null && main.signalCode === null) await app.close()
      return exited
    },
    async kill() {
      main.kill('SIGKILL')
      await exited
    },
  }
}
