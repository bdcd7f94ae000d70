// How this run of the host was asked to be: one environment variable, set by the launcher.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface HostSettings {
  /** Electron's userData; also holds the browser's profile. */
  readonly userData: string
  /** A window for a person, with a menu bar and real file dialogs; otherwise one for specs. */
  readonly headed: boolean
}

export const SETTINGS_VARIABLE = 'HILUM_HOST_SETTINGS'

function read(): HostSettings {
  const text = process.env[SETTINGS_VARIABLE]
  if (text === undefined) return { userData: mkdtempSync(join(tmpdir(), 'hilum-host-')), headed: false }
  return JSON.parse(text) as HostSettings
}

export const settings = read()
