// Every request of every page, frame and worker stops here. The app's own schemes are answered by
// its handler; of the rest the app is asked, and whatever it answers, nothing leaves the machine.
import type { CDPSession } from 'playwright-core'
import { toApp } from './addresses.ts'
import { closeStrangers, startBrowser } from './browser.ts'
import { openPages, pageOfFrame } from './open-pages.ts'
import type { OwnPage } from './own-page.ts'
import { fulfilmentOf, type Fulfilment } from './protocol.ts'
import { lacks } from './stand-in.ts'
import { resourceTypeOf } from './web-request.ts'

interface Paused {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly postDataEntries?: readonly { readonly bytes?: string }[]
  }
}

type Refusal = 'BlockedByClient' | 'Aborted' | 'Failed' | 'NameNotResolved'

const NOTHING: Fulfilment = { responseCode: 204, responseHeaders: [], body: '' }

let lastId = 0

function requestOf(paused: Paused, url: string): Request {
  const { method, headers, postDataEntries = [] } = paused.request
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
  // Fetch allows no body with GET, and Node's Request some headers only to the network itself.
  return new Request(url, { method, headers, ...(body.length === 0 ? {} : { body }) })
}

async function answerOwn(page: OwnPage, paused: Paused, url: string): Promise<Refusal | Fulfilment> {
  const scheme = new URL(url).protocol.slice(0, -1)
  const answering = page.session.protocol.handlers.get(scheme)
  if (answering === undefined) {
    console.error(`The app lets ${url} pass; it goes no further than e2e/host.`)
    return 'NameNotResolved'
  }
  const response = await answering(requestOf(paused, url))
  return response.type === 'error' ? 'Failed' : fulfilmentOf(response, url)
}

function pageOf(paused: Paused): OwnPage | undefined {
  // A frame within a page, or a worker, belongs to the only window that there is.
  return pageOfFrame(paused.frameId) ?? (openPages.size === 1 ? [...openPages][0] : undefined)
}

async function decide(paused: Paused): Promise<Refusal | Fulfilment> {
  const page = pageOf(paused)
  if (page === undefined) return 'BlockedByClient'
  const ofMainFrame = page.mainFrame === paused.frameId
  const resourceType = resourceTypeOf(paused.resourceType, ofMainFrame)
  const url = toApp(paused.request.url)
  if (resourceType === 'mainFrame' && !page.mayNavigate(paused.request.url)) return 'Aborted'
  // Chromium looks for an icon for its tab; Electron has none, and the app never hears of it.
  if (paused.resourceType === 'Other' && url.endsWith('/favicon.ico')) return NOTHING
  const { method } = paused.request
  const referrer = toApp(paused.request.headers['Referer'] ?? '')
  const about = { id: ++lastId, url, method, resourceType, referrer, timestamp: Date.now() }
  const from = { webContentsId: page.contents.id, webContents: page.contents }
  const verdict = await page.session.webRequest.before({ ...about, ...from })
  if (verdict.redirectURL !== undefined) throw lacks('webRequest redirectURL')
  if (verdict.cancel === true) return 'BlockedByClient'
  return answerOwn(page, paused, url)
}

async function settle(session: CDPSession, paused: Paused): Promise<void> {
  const { requestId } = paused
  const answer = await decide(paused).catch((error: unknown): Refusal => {
    console.error(`While answering ${toApp(paused.request.url)}:`, error)
    return 'Failed'
  })
  const sent =
    typeof answer === 'string'
      ? session.send('Fetch.failRequest', { requestId, errorReason: answer })
      : session.send('Fetch.fulfillRequest', { requestId, ...answer })
  await sent.catch((error: unknown) => {
    // The page withdrew the request, or closed, before the answer was ready.
    if (!/Invalid InterceptionId|closed|Fetch domain is not enabled/.test(String(error))) throw error
  })
}

export async function interceptAll(): Promise<void> {
  const { session, context } = await startBrowser()
  session.on('Fetch.requestPaused', (paused: Paused) => void settle(session, paused))
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  context.on('page', () => void closeStrangers())
}
