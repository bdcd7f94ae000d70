// session: one per partition; the default one has none.
import type { PermissionHandlers } from './permissions.ts'
import { protocolFor, type OwnProtocol } from './protocol.ts'
import { forApp } from './stand-in.ts'
import { webRequestFor, type OwnWebRequest } from './web-request.ts'

export interface OwnSession {
  readonly members: Electron.Session
  readonly protocol: OwnProtocol
  readonly webRequest: OwnWebRequest
  readonly permissions: PermissionHandlers
}

type Members =
  | 'protocol'
  | 'webRequest'
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setSpellCheckerEnabled'
  | 'isPersistent'

function makeSession(partition: string): OwnSession {
  const path = 'electron.session'
  const protocol = protocolFor(`${path}.protocol`)
  const webRequest = webRequestFor(`${path}.webRequest`)
  const permissions: PermissionHandlers = { check: null, ask: null }
  const members: Pick<Electron.Session, Members> = {
    protocol: protocol.members,
    webRequest: webRequest.members,
    setPermissionRequestHandler(ask) {
      permissions.ask = ask
    },
    setPermissionCheckHandler(check) {
      permissions.check = check
    },
    setSpellCheckerEnabled: () => undefined,
    isPersistent: () => partition === '' || partition.startsWith('persist:'),
  }
  return {
    members: forApp('electron.Session', members) as Electron.Session,
    protocol,
    webRequest,
    permissions,
  }
}

const sessions = new Map<string, OwnSession>()

/** The session of a partition; of the empty name, the default one. */
export function ownSession(partition: string): OwnSession {
  const session = sessions.get(partition) ?? makeSession(partition)
  sessions.set(partition, session)
  return session
}

const statics: Pick<typeof Electron.Session, 'defaultSession' | 'fromPartition'> = {
  defaultSession: ownSession('').members,
  fromPartition: (partition) => ownSession(partition).members,
}

export const session = forApp('electron.session', statics)

/** The default session's protocol, which is also a module of its own. */
export const protocol = ownSession('').protocol.members
