// Nothing leaves the machine: every request to anywhere but the app itself is refused, and so are permissions,
// new windows and navigation.

import type { Session, WebContents } from 'electron'
import { isOurs } from './address.ts'

const OWN_SCHEMES = new Set(['app:', 'blob:', 'data:', 'devtools:'])

export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !OWN_SCHEMES.has(new URL(url).protocol) })
  })
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
}

export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
