// protocol: schemes of the app's own and who answers for them.
import { policyToBrowser, toBrowser } from './addresses.ts'
import { needsNotReady } from './readiness.ts'
import { forApp } from './stand-in.ts'

type Answering = Parameters<Electron.Protocol['handle']>[1]

/** Schemes registered as standard, across all sessions. */
export const ownSchemes = new Set<string>()

export interface OwnProtocol {
  readonly handlers: Map<string, Answering>
  readonly members: Electron.Protocol
}

type Members = 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'

export function protocolFor(path: string): OwnProtocol {
  const handlers = new Map<string, Answering>()
  const members: Pick<Electron.Protocol, Members> = {
    registerSchemesAsPrivileged(schemes) {
      needsNotReady('protocol.registerSchemesAsPrivileged')
      for (const { scheme, privileges } of schemes) {
        // Without `standard` an address has no host, and the browser's address could not stand for it.
        if (privileges?.standard !== true || privileges.secure !== true)
          throw new Error(`e2e/host stands for schemes that are standard and secure, ${scheme} is not.`)
        ownSchemes.add(scheme)
      }
    },
    handle(scheme, answering) {
      if (!ownSchemes.has(scheme)) throw new Error(`e2e/host needs ${scheme} registered as privileged first.`)
      if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already.`)
      handlers.set(scheme, answering)
    },
    unhandle: (scheme) => void handlers.delete(scheme),
    isProtocolHandled: (scheme) => handlers.has(scheme),
  }
  return { handlers, members: forApp(path, members) as Electron.Protocol }
}

export interface Fulfilment {
  readonly responseCode: number
  readonly responseHeaders: { name: string; value: string }[]
  readonly body: string
}

const POLICIES = new Set(['content-security-policy', 'content-security-policy-report-only'])

/** The handler's answer as the browser takes it: the body whole. */
export async function fulfilmentOf(response: Response, address: string): Promise<Fulfilment> {
  const responseHeaders = [...response.headers].map(([name, value]) => {
    if (POLICIES.has(name)) return { name, value: policyToBrowser(value, address, ownSchemes) }
    if (name === 'location') return { name, value: toBrowser(new URL(value, address).href, ownSchemes) }
    return { name, value }
  })
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { responseCode: response.status, responseHeaders, body }
}
