// How long the page's thread is held at a time, as Chromium traces it.

import type { Hilum } from '../../../e2e/opened-app.ts'

type Page = Hilum['page']

/** One turn of the page's event loop, in milliseconds. */
export interface Turn {
  readonly wall: number
  /** Of the processor: what the turn itself took, however busy the machine is with others. */
  readonly processor: number
}

export interface PageWatch {
  /** The turns that took longest by the processor, and their number at or above 50 ms by the wall. */
  end(): Promise<{ readonly longest: Turn; readonly over50: number }>
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

export async function watchPage(page: Page): Promise<PageWatch> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('Only a browser in place of Electron can be traced.')
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel'] } })
  return {
    end: async () => {
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
      await session.send('Tracing.end')
      await complete
      return turnsOf(events)
    },
  }
}

function turnsOf(events: readonly TraceEvent[]): Awaited<ReturnType<PageWatch['end']>> {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const turns = events
    .filter(
      ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && threads.has(`${pid} ${tid}`),
    )
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 }))
  const [longest] = turns.toSorted((a, b) => b.processor - a.processor)
  if (longest === undefined) throw new Error('Chromium traced no turn of the page.')
  return { longest, over50: turns.filter(({ wall }) => wall >= 50).length }
}
