// session.webRequest: the app's say on each request before it leaves.
import { forApp } from './stand-in.ts'

export interface Asked {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly referrer: string
  readonly timestamp: number
  readonly webContentsId?: number
  readonly webContents?: object
  readonly frame?: object
}

export interface Verdict {
  readonly cancel?: boolean
  readonly redirectURL?: string
}

type Ask = (details: object, answer: (verdict: Verdict) => void) => void
type Filter = Electron.WebRequestFilter

export interface OwnWebRequest {
  readonly members: Electron.WebRequest
  before(asked: Asked): Promise<Verdict>
}

// Chrome's names of what is asked for, as Electron says them.
const KINDS: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

export function resourceTypeOf(chromeType: string, ofMainFrame: boolean): string {
  if (chromeType === 'Document') return ofMainFrame ? 'mainFrame' : 'subFrame'
  return KINDS[chromeType] ?? 'other'
}

/** Chrome's match patterns: scheme://host/path with * in each part. */
export function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const parts = /^([^:]+):\/\/([^/]*)(\/.*)?$/.exec(pattern)
  if (parts === null) throw new Error(`${pattern} is no match pattern such as https://*/*.`)
  const [, scheme = '', host = '', path = '/*'] = parts
  const text = (part: string) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  const schemes = scheme === '*' ? '(https?|wss?)' : text(scheme)
  // A leading *. stands for the domain itself too.
  const hosts = host === '*' ? '[^/]*' : text(host).replace(/^\.\*\\\./, '([^/]*\\.)?')
  return new RegExp(`^${schemes}://${hosts}${text(path)}$`).test(url)
}

function concerns(filter: Filter | undefined, asked: Asked): boolean {
  if (filter === undefined) return true
  if (filter.types !== undefined && !filter.types.includes(asked.resourceType as never)) return false
  if (filter.excludeUrls?.some((pattern) => matchesPattern(pattern, asked.url)) === true) return false
  return filter.urls.length === 0 || filter.urls.some((pattern) => matchesPattern(pattern, asked.url))
}

export function webRequestFor(path: string): OwnWebRequest {
  let ask: Ask | null = null
  let filter: Filter | undefined
  const members: { onBeforeRequest(first: Filter | Ask | null, second?: Ask | null): void } = {
    onBeforeRequest(first: Filter | Ask | null, second?: Ask | null): void {
      if (typeof first === 'function' || first === null) {
        ask = first
        filter = undefined
      } else {
        filter = first
        ask = second ?? null
      }
    },
  }
  return {
    members: forApp(path, members) as unknown as Electron.WebRequest,
    before: (asked) =>
      new Promise((resolve) => {
        if (ask === null || !concerns(filter, asked)) resolve({})
        else
          ask(forApp('electron.OnBeforeRequestListenerDetails', asked), (verdict) => resolve(verdict ?? {}))
      }),
  }
}
