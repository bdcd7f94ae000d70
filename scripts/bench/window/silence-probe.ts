// Loaded before the window's main process: keeps each time that its event loop was held, and how much of it Hilum's own
// code ran. Where Electron is stood in for, the stand-in runs there too, and starts a whole browser.

import { writeFileSync } from 'node:fs'
import { Session, type Profiler } from 'node:inspector'

export interface Silence {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly milliseconds: number
  /** Milliseconds in which Hilum's main was on the stack, itself or by what it called. */
  readonly own: number
}

interface Span {
  readonly from: number
  readonly to: number
}

const LEAST_MS = 2
const SAMPLE_EVERY_US = 500
const OWN = /\/out\/main\/main\.js$/
const file = process.env['HILUM_SILENCES']

// The clock of the profiler, in microseconds.
const now = () => Number(process.hrtime.bigint() / 1000n)

// The engine's processes inherit the option that loads this; only the main process is asked.
if (file !== undefined && !process.argv[1]?.endsWith('worker.js')) watch(file)

function watch(into: string): void {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US })
  session.post('Profiler.start')
  const spans: Span[] = []
  let last = now()
  const beat = () => {
    const at = now()
    if (at - last > LEAST_MS * 1000) spans.push({ from: last, to: at })
    last = at
  }
  setInterval(beat, 1).unref()
  process.on('exit', () => {
    beat()
    const sinceEpoch = Date.now() - now() / 1000
    session.post('Profiler.stop', (error, { profile }) => {
      if (error) throw error
      writeFileSync(into, JSON.stringify(silences(spans, profile, sinceEpoch)))
    })
  })
}

function silences(spans: readonly Span[], profile: Profiler.Profile, sinceEpoch: number): Silence[] {
  const samples = ownSamples(profile)
  return spans.map(({ from, to }) => {
    const own = samples.filter(({ at }) => at >= from && at < to)
    return {
      at: sinceEpoch + from / 1000,
      milliseconds: (to - from) / 1000,
      own: own.reduce((sum, { length }) => sum + length, 0) / 1000,
    }
  })
}

/** Samples with Hilum's main on the stack, each with the time until the next. */
function ownSamples({ nodes, samples = [], timeDeltas = [], startTime }: Profiler.Profile) {
  const own = new Set<number>()
  // A node comes before what it calls.
  for (const { id, callFrame, children = [] } of nodes) {
    if (!own.has(id) && !OWN.test(callFrame.url)) continue
    own.add(id)
    for (const child of children) own.add(child)
  }
  let at = startTime
  return samples.flatMap((id, i) => {
    at += timeDeltas[i] ?? 0
    return own.has(id) ? [{ at, length: timeDeltas[i + 1] ?? 0 }] : []
  })
}
