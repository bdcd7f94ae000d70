// The stand-in's side of one webContents: a Chromium page, what is known of it, and its messages.
import { originOf, toApp, toBrowser } from './addresses.ts'
import { newPage, startBrowser } from './browser.ts'
import { deliverToMain } from './ipc-main.ts'
import { accelerators, clickAccelerator, clickPlace, shownItems } from './menu.ts'
import { encodeValue } from './page/wire.ts'
import { PageLink, type Arrival } from './page-link.ts'
import { applyPermissions } from './permissions.ts'
import { ownSchemes } from './protocol.ts'
import { settings } from './settings.ts'
import type { OwnSession } from './session.ts'
import { forApp, HostEvent, lacks, type KnownEvents } from './stand-in.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** Chrome words a failed load net::ERR_X at ADDRESS. */
function reasonOf(error: unknown): string {
  return /net::(ERR_[A-Z_]+)/.exec(String(error))?.[1] ?? String(error)
}

export class OwnPage {
  readonly events: KnownEvents
  readonly session: OwnSession
  readonly opened: Promise<PageLink>
  contents!: Electron.WebContents
  openHandler: OpenHandler | undefined
  url = ''
  title = ''
  loading = false
  gone = false
  crashed = false
  zoomFactor = 1
  /** Called when the page has gone, whoever closed it. */
  whenGone: () => void = () => undefined
  /** Called when someone else than the host wants the page to close. */
  closeSoon: () => void = () => undefined
  #link: PageLink | undefined
  #hostNavigation: string | undefined
  #wishes = new Set<string>()

  constructor(events: KnownEvents, session: OwnSession, preferences: Electron.WebPreferences) {
    this.events = events
    this.session = session
    this.opened = this.#open(preferences)
  }

  get mainFrame(): string | undefined {
    return this.#link?.mainFrame
  }

  async #open(preferences: Electron.WebPreferences): Promise<PageLink> {
    const page = await newPage()
    const session = await page.context().newCDPSession(page)
    const preload = { path: preferences.preload, argv: preferences.additionalArguments ?? [] }
    const link = new PageLink(page, session, preload)
    this.#link = link
    await link.open((arrival) => this.#arrived(arrival))
    this.#watch(link)
    return link
  }

  #watch(link: PageLink): void {
    const { page, session } = link
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      if (frameId === link.mainFrame) this.#wishes.add(url)
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#wantsWindow({ url: toApp(url), frameName: windowName, features: windowFeatures.join(',') })
    })
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      this.url = toApp(frame.url())
      this.events.emit('did-navigate', new HostEvent(), this.url, 200, 'OK')
    })
    page.on('domcontentloaded', () => this.events.emit('dom-ready', new HostEvent()))
    page.on('load', () => void this.#loaded())
    page.on('crash', () => {
      this.crashed = true
      this.events.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 139 })
    })
    page.on('console', (message) => {
      const { url, lineNumber } = message.location()
      const line = { message: message.text(), level: message.type(), lineNumber, sourceId: toApp(url) }
      if (message.type() === 'error') console.error(`[window] ${message.text()}`)
      this.events.emit('console-message', Object.assign(new HostEvent(), line))
    })
    // Without a listener playwright-core closes each dialog; a person answers them.
    if (settings.headed) page.on('dialog', () => undefined)
    page.on('pageerror', (error) => console.error(`[window] ${error.stack ?? error.message}`))
    page.on('close', () => {
      this.gone = true
      this.events.emit('destroyed')
      this.whenGone()
    })
  }

  async #loaded(): Promise<void> {
    this.loading = false
    if (!ownSchemes.has(this.url.split(':')[0] ?? '')) return
    await this.#learnTitle()
    if (this.gone) return
    this.events.emit('did-finish-load', new HostEvent())
    this.whenShown()
  }

  /** Called when the first document stands. */
  whenShown: () => void = () => undefined

  async #learnTitle(): Promise<void> {
    // A page that closes while it is asked has no title to tell.
    const title = await this.#link?.page.title().catch(() => this.title)
    if (title === undefined || title === this.title) return
    this.title = title
    this.events.emit('page-title-updated', new HostEvent(), title, true)
  }

  async #arrived(arrival: Arrival): Promise<void> {
    const { message } = arrival
    const link = await this.opened
    switch (message.kind) {
      case 'accelerator':
        return clickAccelerator(message.keys)
      case 'windowOpen':
        return this.#wantsWindow({ ...message, url: toApp(message.url) })
      case 'menuWanted':
        await link.tell({ kind: 'menu', items: shownItems() }, arrival.contextId)
        return
      case 'menuItem':
        return clickPlace(message.place)
      case 'missing':
        lacks(message.name)
        return
      case 'preloadError':
        console.error(`Unable to load preload script: ${message.message}`)
        return
      default:
        return deliverToMain(link, arrival, this.contents)
    }
  }

  #wantsWindow(wish: { url: string; frameName: string; features: string }): void {
    const details = { ...wish, disposition: 'foreground-tab', referrer: { url: this.url, policy: 'default' } }
    const handled = forApp('electron.HandlerDetails', details) as unknown as Electron.HandlerDetails
    if (this.openHandler?.(handled).action !== 'deny') throw lacks('window that a page opens')
  }

  /** Whether the app lets the page go where it wants to; what the host or a spec asks for, it does not hear. */
  mayNavigate(browserUrl: string): boolean {
    const own = this.#hostNavigation === browserUrl
    const wished = this.#wishes.delete(browserUrl)
    const reloaded = toApp(browserUrl) === this.url.replace(/#.*/, '')
    this.#hostNavigation = undefined
    if (own || (reloaded && !wished)) return true
    const event = Object.assign(new HostEvent(), {
      url: toApp(browserUrl),
      isMainFrame: true,
      isSameDocument: false,
    })
    this.events.emit('will-navigate', event, event.url)
    return !event.defaultPrevented
  }

  async load(url: string): Promise<void> {
    const { page } = await this.opened
    await this.#last
    const { session } = await startBrowser()
    const browserUrl = toBrowser(url, ownSchemes)
    const about = { sender: this.contents, url, browserOrigin: originOf(browserUrl) }
    if (url !== 'about:blank') await applyPermissions(session, this.session.permissions, about)
    this.#hostNavigation = new URL(browserUrl).href.replace(/#.*/, '')
    this.loading = true
    try {
      await page.goto(browserUrl, { timeout: 0 })
    } catch (error) {
      if (this.gone) throw new Error(`The window closed while loading '${url}'`, { cause: error })
      this.loading = false
      const reason = reasonOf(error)
      this.events.emit('did-fail-load', new HostEvent(), -2, reason, url, true)
      throw new Error(`${reason} (-2) loading '${url}'`, { cause: error })
    }
  }

  reload(): void {
    this.later(async ({ page, session }) => {
      this.#hostNavigation = page.url().replace(/#.*/, '')
      // playwright-core's own reload refuses a page that has crashed.
      await session.send('Page.reload')
      this.crashed = false
    })
  }

  send(channel: string, args: unknown[]): void {
    if (this.gone) throw new TypeError('Object has been destroyed')
    // Encoded now: later changes of the values are not main's message.
    const message = { kind: 'message', channel, args: encodeValue(args) } as const
    this.later(async (link) => {
      if (!(await link.tell(message)) && !settings.headed)
        console.error(`'${channel}' was sent to a page that is not there.`)
    })
  }

  pushAccelerators(): void {
    this.later(async (link) => {
      await link.tell({ kind: 'accelerators', keys: accelerators() })
    })
  }

  async evaluate(code: string): Promise<unknown> {
    const { session } = await this.opened
    const reply = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (reply.exceptionDetails !== undefined)
      throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text)
    return reply.result.value as unknown
  }

  zoom(factor: number): void {
    this.zoomFactor = factor
    this.later(async () => {
      await this.evaluate(`document.documentElement.style.zoom = ${factor}`)
    })
  }

  /** Does something to the page once it is there, in order; a page that has gone needs it no more. */
  later(act: (link: PageLink) => Promise<void>): void {
    this.#last = this.#last
      .then(async () => act(await this.opened))
      .catch((error: unknown) => {
        if (!this.gone) throw error
      })
  }

  #last: Promise<void> = Promise.resolve()

  async close(): Promise<void> {
    const { page } = await this.opened
    await page.close()
  }
}
