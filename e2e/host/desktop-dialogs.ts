// Real file dialogs for a person in a window without Electron: zenity or kdialog on Linux,
// AppleScript on macOS, Windows' own through PowerShell; where none is, the page asks for a path.
import { spawn, spawnSync } from 'node:child_process'
import { focusedPage } from './open-pages.ts'

type Open = Electron.OpenDialogOptions
type Save = Electron.SaveDialogOptions
type Message = Electron.MessageBoxOptions

interface Command {
  readonly file: string
  readonly args: readonly string[]
}

interface Desktop {
  open(options: Open): Command
  save(options: Save): Command
}

function patternsOf({ filters = [] }: Open | Save): string[] {
  return filters.flatMap(({ extensions }) => extensions.map((one) => (one === '*' ? '*' : `*.${one}`)))
}

const wants = (options: Open, property: 'openDirectory' | 'multiSelections') =>
  options.properties?.includes(property) === true

const zenity: Desktop = {
  open: (options) => ({
    file: 'zenity',
    args: [
      '--file-selection',
      '--separator=\n',
      ...(options.title === undefined ? [] : [`--title=${options.title}`]),
      ...(wants(options, 'openDirectory') ? ['--directory'] : []),
      ...(wants(options, 'multiSelections') ? ['--multiple'] : []),
      ...(patternsOf(options).length === 0 ? [] : [`--file-filter=${patternsOf(options).join(' ')}`]),
    ],
  }),
  save: (options) => ({
    file: 'zenity',
    args: ['--file-selection', '--save', `--filename=${options.defaultPath ?? ''}`],
  }),
}

const kdialog: Desktop = {
  open: (options) => ({
    file: 'kdialog',
    args: wants(options, 'openDirectory')
      ? ['--getexistingdirectory', options.defaultPath ?? '.']
      : [
          '--getopenfilename',
          options.defaultPath ?? '.',
          patternsOf(options).join(' '),
          '--multiple',
          '--separate-output',
        ],
  }),
  save: (options) => ({ file: 'kdialog', args: ['--getsavefilename', options.defaultPath ?? '.'] }),
}

const appleScript: Desktop = {
  open: (options) => ({
    file: 'osascript',
    args: [
      ...[
        '-e',
        `set chosen to choose ${wants(options, 'openDirectory') ? 'folder' : 'file'} with multiple selections allowed`,
      ],
      ...['-e', 'set lines_ to ""', '-e', 'repeat with one in chosen'],
      ...['-e', 'set lines_ to lines_ & POSIX path of one & linefeed', '-e', 'end repeat', '-e', 'lines_'],
    ],
  }),
  save: (options) => ({
    file: 'osascript',
    args: [
      '-e',
      `POSIX path of (choose file name default name ${JSON.stringify(fileName(options.defaultPath))})`,
    ],
  }),
}

const FORMS = 'Add-Type -AssemblyName System.Windows.Forms;'

function powerShell(script: string): Command {
  return { file: 'powershell.exe', args: ['-NoProfile', '-STA', '-Command', `${FORMS}${script}`] }
}

const windows: Desktop = {
  open: (options) =>
    wants(options, 'openDirectory')
      ? powerShell(
          "$d=New-Object Windows.Forms.FolderBrowserDialog;if($d.ShowDialog() -eq 'OK'){$d.SelectedPath}",
        )
      : powerShell(
          "$d=New-Object Windows.Forms.OpenFileDialog;$d.Multiselect=$true;if($d.ShowDialog() -eq 'OK'){$d.FileNames}",
        ),
  save: (options) =>
    powerShell(
      `$d=New-Object Windows.Forms.SaveFileDialog;$d.FileName='${fileName(options.defaultPath).replaceAll("'", "''")}';` +
        "if($d.ShowDialog() -eq 'OK'){$d.FileName}",
    ),
}

function fileName(path = ''): string {
  return path.split(/[\\/]/).pop() ?? ''
}

function onPath(name: string): boolean {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0
}

function desktop(): Desktop | undefined {
  if (process.platform === 'darwin') return appleScript
  if (process.platform === 'win32') return windows
  if (onPath('zenity')) return zenity
  return onPath('kdialog') ? kdialog : undefined
}

/** The lines that the command prints; none when the person cancels. */
function linesOf({ file, args }: Command): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', () => resolve(text.split(/\r?\n/).filter((line) => line !== '')))
  })
}

/** The browser's own prompt; empty when the person cancels. */
async function askInPage(question: string, proposed: string): Promise<string> {
  const page = focusedPage()
  const answer = await page?.evaluate(
    `window.prompt(${JSON.stringify(question)}, ${JSON.stringify(proposed)})`,
  )
  return typeof answer === 'string' ? answer : ''
}

export async function askOpen(options: Open): Promise<string[]> {
  const dialogs = desktop()
  if (dialogs !== undefined) return linesOf(dialogs.open(options))
  const what = wants(options, 'openDirectory') ? 'folder' : 'film'
  const path = await askInPage(
    `${options.title ?? 'Open'}: type or paste the path of the ${what}`,
    options.defaultPath ?? '',
  )
  return path === '' ? [] : [path]
}

export async function askSave(options: Save): Promise<string> {
  const dialogs = desktop()
  if (dialogs === undefined)
    return askInPage(
      `${options.title ?? 'Save'}: type or paste the path of the file to write`,
      options.defaultPath ?? '',
    )
  const [path = ''] = await linesOf(dialogs.save(options))
  return path
}

export async function askMessage(options: Message): Promise<number> {
  const { buttons = [], cancelId = 0, defaultId = 0 } = options
  const text = [options.message, options.detail ?? ''].join('\n')
  const page = focusedPage()
  if (buttons.length < 2) {
    await page?.evaluate(`window.alert(${JSON.stringify(text)})`)
    return 0
  }
  const question = `${text}\n\nOK: ${buttons[defaultId] ?? ''}, Cancel: ${buttons[cancelId] ?? ''}`
  return (await page?.evaluate(`window.confirm(${JSON.stringify(question)})`)) === true ? defaultId : cancelId
}
