// The one browser of a run: launched when the app starts, gone when it exits.
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { devtoolsEndpoint } from './devtools-endpoint.ts'
import { findBrowser } from './find-browser.ts'
import { settings } from './settings.ts'

// Nothing of the browser itself may look for the network, and no name resolves.
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

// A window without tabs and address, and without remarks on how it was started.
const FOR_A_PERSON = ['--app=data:text/html,', '--test-type', '--hide-crash-restore-bubble']

// Where a spec attaches; a window for a person opens no port.
const FOR_A_SPEC = ['--remote-debugging-port=0']

export interface RunningBrowser {
  readonly context: BrowserContext
  /** Hears and says what concerns all pages and workers. */
  readonly session: CDPSession
  /** Where a spec attaches; undefined in a window for a person, which opens no port. */
  readonly endpoint: string | undefined
  /** The page that Chromium opens with, until a window takes it. */
  firstPage: Page | undefined
  readonly pid: number
  /** Pages that stand for windows of the app. */
  readonly ours: WeakSet<Page>
  pending: number
}

let running: Promise<RunningBrowser> | undefined

const profile = join(settings.userData, 'Chromium')

async function launch(): Promise<RunningBrowser> {
  const executablePath = findBrowser()
  if (executablePath === undefined)
    throw new Error('No Chromium, Chrome or Edge is installed; name one with HILUM_BROWSER.')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !settings.headed,
    viewport: null,
    // Chromium refuses its own sandbox to root, as in a container.
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
    args: [...QUIET, ...(settings.headed ? FOR_A_PERSON : FOR_A_SPEC)],
    ignoreDefaultArgs: settings.headed ? ['--enable-automation'] : [],
    // The app decides when to end, as in Electron.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  const browser = context.browser() as Browser
  const session = await browser.newBrowserCDPSession()
  const endpoint = settings.headed ? undefined : await devtoolsEndpoint(join(profile, 'DevToolsActivePort'))
  const pages = context.pages()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const pid = processInfo.find(({ type }) => type === 'browser')?.id ?? 0
  return { context, session, endpoint, pid, firstPage: pages[0], ours: new WeakSet(pages), pending: 0 }
}

export function startBrowser(): Promise<RunningBrowser> {
  running ??= launch()
  return running
}

export async function stopBrowser(): Promise<void> {
  if (running === undefined) return
  const { context } = await running
  await context.close()
}

/** A page that no window shows yet. */
export async function newPage(): Promise<Page> {
  const browser = await startBrowser()
  const first = browser.firstPage
  browser.firstPage = undefined
  if (first !== undefined) return first
  browser.pending += 1
  const page = await browser.context.newPage()
  browser.ours.add(page)
  browser.pending -= 1
  return page
}

/** Closes what no window of the app shows: a link with target=_blank opens a page all the same. */
export async function closeStrangers(): Promise<void> {
  const browser = await startBrowser()
  // A page of ours is announced before newPage hands it over.
  if (browser.pending > 0) return
  for (const page of browser.context.pages()) if (!browser.ours.has(page)) await page.close()
}
