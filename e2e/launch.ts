// Opens the built app on the host that is here, each time with a userData folder of its own.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chooseHost } from './choose-host.ts'
import { drop } from './drop.ts'
import { launchElectron } from './launch-electron.ts'
import { launchStandIn } from './launch-stand-in.ts'
import type { LaunchOrder } from './launch-order.ts'
import type { Hilum, OpenOptions } from './opened-app.ts'

export async function launch(options: OpenOptions): Promise<Hilum> {
  const host = chooseHost()
  if (host === undefined) throw new Error('Neither Electron’s runtime nor a browser is installed.')
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'hilum-e2e-')))
  const args = [...(options.args ?? []), ...(options.paths ?? [])]
  const order: LaunchOrder = { args, env: options.env ?? {}, userData }
  const driver =
    host.name === 'electron' ? await launchElectron(order, host.executable) : await launchStandIn(order)
  return {
    ...driver,
    // The desktop's dialogs give whole paths.
    answerOpenDialog: (paths) => driver.answerOpenDialog(paths.map((path) => resolve(path))),
    answerSaveDialog: (path) => driver.answerSaveDialog(path === '' ? '' : resolve(path)),
    drop: (paths, at) => drop(driver.page, paths, at),
  }
}
