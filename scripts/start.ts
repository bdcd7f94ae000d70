// `npm start`: opens the workstation in Electron, or, where its runtime is not to be had, in an
// installed browser through the stand-in that the end-to-end specs use.
// node scripts/start.ts [PATH…]   films and folders to open

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { electronExecutable } from '../e2e/choose-host.ts'
import { findBrowser } from '../e2e/host/find-browser.ts'
import { runHost } from '../e2e/host/run-host.ts'
import { buildAll } from './build.ts'

const root = join(import.meta.dirname, '..')
const entry = join(root, 'out', 'main', 'main.js')

// Long enough for the runtime's 110 MB on a fair line.
const DOWNLOAD_MS = 180_000
const LONGEST_SILENCE_MS = 5000

/** Whether the place that the runtime comes from answers at all; a proxy of npm's is taken at its word. */
function isReachable(): Promise<boolean> {
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return Promise.resolve(true)
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']
  const asked = fetch(mirror ?? 'https://github.com/electron/electron/releases/', {
    method: 'HEAD',
    signal: AbortSignal.timeout(LONGEST_SILENCE_MS),
  })
  return asked.then(
    () => true,
    () => false,
  )
}

/** Lets the package fetch its runtime; quietly, for one sentence tells the outcome. */
async function fetchElectron(): Promise<string | undefined> {
  if (process.env['HILUM_NO_DOWNLOAD'] !== undefined || !(await isReachable())) return undefined
  console.log('Fetching Electron’s runtime, once…')
  const install = join(root, 'node_modules', 'electron', 'install.js')
  spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: DOWNLOAD_MS })
  return electronExecutable()
}

function startElectron(executable: string, paths: readonly string[]): Promise<number> {
  const unsandboxed = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(executable, [root, ...paths, ...unsandboxed], { stdio: 'inherit' })
  return new Promise((resolveStatus, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolveStatus(code ?? 1))
  })
}

/** Where Electron itself would keep the app's data, under a name of its own. */
function dataFolder(): string {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Hilum in a browser')
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Hilum in a browser')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Hilum in a browser')
}

function startInBrowser(paths: readonly string[]): Promise<number> {
  const userData = dataFolder()
  mkdirSync(userData, { recursive: true })
  return runHost({ entry, args: paths, userData, headed: true }).exited
}

const WITHOUT_WINDOW = 'To score films without a window: npx hilum score FOLDER'

function explain(sentence: string): number {
  console.error(`${sentence}\n${WITHOUT_WINDOW}`)
  return 1
}

async function main(): Promise<number> {
  const paths = process.argv.slice(2).map((path) => resolve(process.env['INIT_CWD'] ?? '.', path))
  // Half a second, whether or not a source has changed.
  await buildAll()
  const noDisplay =
    process.platform === 'linux' &&
    process.env['DISPLAY'] === undefined &&
    process.env['WAYLAND_DISPLAY'] === undefined
  if (noDisplay)
    return explain('There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).')
  const electron = electronExecutable() ?? (await fetchElectron())
  if (electron !== undefined) return startElectron(electron, paths)
  const browser = findBrowser()
  if (browser === undefined)
    return explain(
      'Electron’s runtime is neither installed nor to be had, and no Chromium, Chrome or Edge is installed.',
    )
  console.log(
    `Electron’s runtime is neither installed nor to be had, so Hilum opens in ${browser}; its menu is under F10.`,
  )
  return startInBrowser(paths)
}

process.exitCode = await main()
