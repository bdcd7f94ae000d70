// dialog: a spec answers beforehand; a person answers in the desktop's own dialogs.
import { askMessage, askOpen, askSave } from './desktop-dialogs.ts'
import { settings } from './settings.ts'
import { forApp } from './stand-in.ts'

type Kind = 'open' | 'save' | 'message'

/** What the app has asked, for a spec to look at. */
export interface Asked {
  readonly kind: Kind | 'error'
  readonly options: unknown
}

const asked: Asked[] = []
const answers: Record<Kind, unknown[]> = { open: [], save: [], message: [] }

export function asksSoFar(): readonly Asked[] {
  return asked
}

export function answerNext(kind: Kind, answer: unknown): void {
  answers[kind].push(answer)
}

/** The options of a dialog, which may follow a window. */
function optionsOf<T>(args: readonly unknown[]): T {
  return args.at(-1) as T
}

function take<T>(kind: Kind, options: unknown): T | undefined {
  asked.push({ kind, options })
  if (answers[kind].length === 0)
    console.error(`e2e/host: a dialog (${kind}) opened, and the spec had no answer for it.`)
  return answers[kind].shift() as T | undefined
}

type Members = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'

const members: Pick<Electron.Dialog, Members> = {
  async showOpenDialog(...args: readonly unknown[]) {
    const options = optionsOf<Electron.OpenDialogOptions>(args)
    const filePaths = settings.headed ? await askOpen(options) : (take<string[]>('open', options) ?? [])
    return { canceled: filePaths.length === 0, filePaths }
  },
  async showSaveDialog(...args: readonly unknown[]) {
    const options = optionsOf<Electron.SaveDialogOptions>(args)
    const filePath = settings.headed ? await askSave(options) : (take<string>('save', options) ?? '')
    return { canceled: filePath === '', filePath }
  },
  async showMessageBox(...args: readonly unknown[]) {
    const options = optionsOf<Electron.MessageBoxOptions>(args)
    // Escape closes a message box with its cancelling button.
    const escaped = options.cancelId ?? 0
    const response = settings.headed
      ? await askMessage(options)
      : (take<number>('message', options) ?? escaped)
    return { response, checkboxChecked: options.checkboxChecked ?? false }
  },
  showErrorBox(title, content) {
    asked.push({ kind: 'error', options: { title, content } })
    console.error(`${title}\n${content}`)
    if (settings.headed) void askMessage({ type: 'error', message: title, detail: content })
  },
}

export const dialog = forApp('electron.dialog', members)
