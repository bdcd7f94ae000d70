// shell: a spec reads what the app wanted to open; for a person it opens.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { settings } from './settings.ts'
import { forApp } from './stand-in.ts'

const opened: string[] = []

export function openedSoFar(): readonly string[] {
  return opened
}

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
}

function open(target: string): void {
  opened.push(target)
  if (!settings.headed) return
  const [file, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(file, [...args, target], { stdio: 'ignore', detached: true })
  child.on('error', (error) => console.error(`${target} could not be opened: ${error.message}`))
  child.unref()
}

type Members = 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'

const members: Pick<Electron.Shell, Members> = {
  openExternal: async (url) => open(url),
  async openPath(path) {
    open(path)
    return ''
  },
  showItemInFolder: (path) => (settings.headed ? open(dirname(path)) : void opened.push(path)),
  beep: () => undefined,
}

export const shell = forApp('electron.shell', members)
