// Chromium knows no `app:` scheme. Each of the app's own origins stands at an https address of its
// own under a name that cannot exist; the host answers for it, and tells main the app's address.

const SUFFIX = '.hilum-host.invalid'

/** app://hilum/a → https://hilum.app.hilum-host.invalid/a; other addresses pass unchanged. */
export function toBrowser(address: string, schemes: ReadonlySet<string>): string {
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  if (!schemes.has(scheme)) return address
  const rest = address.slice(address.indexOf(url.host) + url.host.length)
  return `https://${url.host}.${scheme}${SUFFIX}${rest === '' ? '/' : rest}`
}

/** The inverse. */
export function toApp(address: string): string {
  return address.replace(
    /^https:\/\/([^/?#]*)\.([a-z][a-z0-9-]*)\.hilum-host\.invalid(?=[/?#]|$)/,
    (_all, host: string, scheme: string) => `${scheme}://${host}`,
  )
}

export function originOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(address)?.[0] ?? 'null'
}

/** A policy may name the app's scheme; in the browser that scheme is https and its host. */
export function policyToBrowser(policy: string, address: string, schemes: ReadonlySet<string>): string {
  const origin = originOf(toBrowser(address, schemes))
  let mapped = policy
  for (const scheme of schemes)
    mapped = mapped.replace(new RegExp(`(?<=[\\s;])${scheme}:(//[\\w.-]*)?`, 'g'), origin)
  return mapped
}
