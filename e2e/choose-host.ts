// Which host runs the app here: real Electron where its runtime is installed, else a Chromium
// through the stand-in, else none.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findBrowser } from './host/find-browser.ts'

export type HostName = 'electron' | 'chromium'

export type Host =
  | { readonly name: 'electron'; readonly executable: string }
  | { readonly name: 'chromium'; readonly executable: string }

/** Electron's executable, if it is there; requiring the package itself would download it. */
export function electronExecutable(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const named = join(folder, 'path.txt')
  if (override === undefined && !existsSync(named)) return undefined
  const executable = existsSync(named) ? readFileSync(named, 'utf8') : 'electron'
  const path = join(override ?? join(folder, 'dist'), executable)
  return existsSync(path) ? path : undefined
}

/** HILUM_E2E_HOST=chromium takes the stand-in although Electron is there. */
export function chooseHost(): Host | undefined {
  const electron = process.env['HILUM_E2E_HOST'] === 'chromium' ? undefined : electronExecutable()
  if (electron !== undefined) return { name: 'electron', executable: electron }
  const browser = findBrowser()
  return browser === undefined ? undefined : { name: 'chromium', executable: browser }
}
