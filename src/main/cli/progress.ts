// How far the work is, on standard error: a bar where a terminal can redraw it, else a line every few seconds.

import { say } from './speak.ts'

export interface Progress {
  advance(): void
  end(): void
}

const REDRAW_MS = 100
const LINE_MS = 5000
const BAR_WIDTH = 24
/** A rate over less than this is chance. */
const SETTLED_MS = 1000

export function startProgress(doing: string, total: number): Progress {
  const startedAt = performance.now()
  let done = 0
  const line = () => `${doing}: ${state(done, total, performance.now() - startedAt)}`
  const terminal = process.stderr.isTTY
  const tell = terminal ? () => redraw(`${bar(done, total)} ${line()}`) : () => say(line())
  if (terminal) tell()
  const timer = setInterval(tell, terminal ? REDRAW_MS : LINE_MS)
  return {
    advance: () => {
      done++
    },
    end: () => {
      clearInterval(timer)
      if (terminal) redraw('')
    },
  }
}

function state(done: number, total: number, elapsedMs: number): string {
  const counts = `${done} of ${total}`
  if (done === 0 || elapsedMs < SETTLED_MS) return counts
  const rate = (done * 1000) / elapsedMs
  return `${counts}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${timeLeft((total - done) / rate)} left`
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

function bar(done: number, total: number): string {
  const filled = Math.floor((BAR_WIDTH * done) / total)
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`
}

/** Over the same line again; one that wraps could not be taken back, so it is cut. */
function redraw(text: string): void {
  // A terminal that does not know its width says 0.
  const { columns } = process.stderr
  const width = columns > 0 ? columns : 80
  process.stderr.write(`\r\u001b[K${text.slice(0, width - 1)}`)
}
