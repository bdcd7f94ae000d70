// Chromium asks nobody here: the app's handlers are asked in advance for each permission, and the
// browser is told their answers. A session without handlers grants all, as Electron's does.
import type { CDPSession } from 'playwright-core'

type Check = Exclude<Parameters<Electron.Session['setPermissionCheckHandler']>[0], null>
type Ask = Exclude<Parameters<Electron.Session['setPermissionRequestHandler']>[0], null>

// Chrome's descriptor, and the name by which Electron asks.
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['display-capture', 'display-capture'],
  ['idle-detection', 'idle-detection'],
  ['persistent-storage', 'persistent-storage'],
  ['storage-access', 'storage-access'],
  ['top-level-storage-access', 'top-level-storage-access'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
  ['pointer-lock', 'pointerLock'],
  ['keyboard-lock', 'keyboardLock'],
  ['speaker-selection', 'speaker-selection'],
] as const

export interface PermissionHandlers {
  check: Check | null
  ask: Ask | null
}

export interface Asker {
  readonly sender: Electron.WebContents
  readonly url: string
  readonly browserOrigin: string
}

async function granted(handlers: PermissionHandlers, name: string, page: Asker) {
  const { check, ask } = handlers
  const details = { isMainFrame: true, requestingUrl: page.url, embeddingOrigin: page.url }
  const checked = check === null || check(page.sender, name as never, page.url, details as never)
  const asked =
    ask === null ||
    (await new Promise<boolean>((resolve) => ask(page.sender, name as never, resolve, details as never)))
  return checked && asked
}

export async function applyPermissions(
  session: CDPSession,
  handlers: PermissionHandlers,
  page: Asker,
): Promise<void> {
  const answers = PERMISSIONS.map(async ([name, electronName]) => {
    const setting = (await granted(handlers, electronName, page)) ? 'granted' : 'denied'
    await session.send('Browser.setPermission', { permission: { name }, setting, origin: page.browserOrigin })
  })
  await Promise.all(answers)
}
