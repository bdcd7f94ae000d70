// The line between main and one page: two worlds in the page, one CDP session on the host's side.
import type { CDPSession, Page } from 'playwright-core'
import { decodeValue, encodeValue, type Wire } from './page/wire.ts'
import type { FromPage, ToPage } from './page/preload-world.ts'
import { BINDING, PRELOAD_WORLD, WORLD, pageScript, preloadScript } from './page-script.ts'
import { toApp } from './addresses.ts'

interface ContextCreated {
  readonly context: {
    readonly id: number
    readonly name: string
    readonly auxData?: { readonly frameId?: string }
  }
}

interface BindingCalled {
  readonly name: string
  readonly payload: string
  readonly executionContextId: number
}

/** A message as main gets it: with the address of its page, and the way to answer. */
export interface Arrival {
  readonly message: FromPage
  readonly url: string
  readonly contextId: number
}

export class PageLink {
  readonly page: Page
  readonly session: CDPSession
  readonly #preloadPath: string | undefined
  readonly #preloadArguments: readonly string[]
  #context: number | undefined
  #mainFrame = ''
  #queue: Promise<void> = Promise.resolve()

  constructor(
    page: Page,
    session: CDPSession,
    preload: { path?: string | undefined; argv: readonly string[] },
  ) {
    this.page = page
    this.session = session
    this.#preloadPath = preload.path
    this.#preloadArguments = preload.argv
  }

  get mainFrame(): string {
    return this.#mainFrame
  }

  async open(arrived: (arrival: Arrival) => Promise<void>): Promise<void> {
    const { session } = this
    session.on('Runtime.executionContextCreated', ({ context }: ContextCreated) => {
      if (context.name === PRELOAD_WORLD && context.auxData?.frameId === this.#mainFrame)
        this.#context = context.id
    })
    session.on('Runtime.bindingCalled', (called: BindingCalled) => {
      if (called.name !== BINDING) return
      const { url, message } = JSON.parse(called.payload) as { url: string; message: FromPage }
      const arrival = { message, url: toApp(url), contextId: called.executionContextId }
      // Messages are worked off in the order of their sending, as in Electron; only answers may overtake.
      this.#queue = this.#queue.then(() => arrived(arrival))
    })
    await session.send('Page.enable')
    const { frameTree } = await session.send('Page.getFrameTree')
    this.#mainFrame = frameTree.frame.id
    await session.send('Runtime.enable')
    await session.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD })
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: await pageScript() })
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: await preloadScript(this.#preloadPath, this.#preloadArguments),
      worldName: PRELOAD_WORLD,
    })
  }

  /** Delivers to the preload's world; false where there is none, or none any more. */
  async tell(message: ToPage, contextId: number | undefined = this.#context): Promise<boolean> {
    if (contextId === undefined) return false
    const reply = await this.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { globalThis.${WORLD}?.receive(JSON.parse(text)) }`,
        executionContextId: contextId,
        arguments: [{ value: JSON.stringify(message) }],
      })
      .catch((error: unknown) => {
        // The page went to another document, or away, while main answered: Electron drops it too.
        if (
          /Cannot find context|Target (page, context or browser has been )?closed|Session closed|target navigated/.test(
            String(error),
          )
        )
          return undefined
        throw error
      })
    if (reply?.exceptionDetails !== undefined)
      console.error('In a listener of the preload:', reply.exceptionDetails.exception?.description)
    return reply !== undefined
  }

  encode(value: unknown): Wire {
    return encodeValue(value)
  }

  /** Reads arguments, putting the paths of dropped files where their tokens stand. */
  async decode(wire: Wire, contextId: number): Promise<unknown[]> {
    return decodeValue(await this.#swapTokens(wire, contextId)) as unknown[]
  }

  async #swapTokens(wire: Wire, contextId: number): Promise<Wire> {
    const tokens = JSON.stringify(wire).match(/hilum-file:[0-9a-f-]{36}/g)
    if (tokens === null) return wire
    const paths = new Map<string, string>()
    for (const token of tokens) paths.set(token, await this.#pathOf(token, contextId))
    const swap = (part: Wire): Wire => {
      if (typeof part === 'string')
        return part.replace(/hilum-file:[0-9a-f-]{36}/g, (token) => paths.get(token) ?? token)
      if (Array.isArray(part)) return part.map(swap)
      if (typeof part !== 'object' || part === null) return part
      return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, swap(item)]))
    }
    return swap(wire)
  }

  /** Empty for a File that the page made itself, as webUtils says. */
  async #pathOf(token: string, contextId: number): Promise<string> {
    const { result } = await this.session.send('Runtime.evaluate', {
      expression: `globalThis.${WORLD}.files.get(${JSON.stringify(token)})`,
      contextId,
    })
    if (result.objectId === undefined) return ''
    const { path } = await this.session.send('DOM.getFileInfo', { objectId: result.objectId })
    return path
  }
}
