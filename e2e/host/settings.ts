// How this run of the host was asked to be.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SETTINGS_VARIABLE, type HostSettings } from './host-settings.ts'

function read(): HostSettings {
  const text = process.env[SETTINGS_VARIABLE]
  // Without a launcher only the host's parts are tested, and nothing is written.
  if (text === undefined) return { userData: join(tmpdir(), 'hilum-host'), headed: false }
  return JSON.parse(text) as HostSettings
}

export const settings = read()
