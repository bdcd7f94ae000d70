import { homedir } from 'node:os'
import { join } from 'node:path'
import { strings } from '../../shared/strings.en.ts'

/** Where what is learnt of this machine is kept: the folder that the app in its window uses too, or HILUM_DATA. */
export function dataFolder(environment = process.env, platform = process.platform): string {
  const named = environment['HILUM_DATA'] ?? ''
  return named === '' ? join(applicationData(environment, platform), strings.appName) : named
}

/** Electron's `appData` (docs/api/app.md, app.getPath). */
function applicationData(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  const named = environment['XDG_CONFIG_HOME'] ?? ''
  return named === '' ? join(homedir(), '.config') : named
}
