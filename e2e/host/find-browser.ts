// The Chromium, Chrome or Edge of this machine, where its installer puts it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const LINUX = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
]

const MACOS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const WINDOWS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function usualPlaces(): string[] {
  if (process.platform === 'darwin') return MACOS
  if (process.platform !== 'win32') return LINUX
  const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) => process.env[name])
  return WINDOWS.flatMap((path) => roots.flatMap((root) => (root === undefined ? [] : [join(root, path)])))
}

/** HILUM_BROWSER names one outright; a name that is not there is no browser. */
export function findBrowser(): string | undefined {
  const chosen = process.env['HILUM_BROWSER']
  const places = chosen === undefined ? usualPlaces() : [chosen]
  return places.find((path) => existsSync(path))
}
