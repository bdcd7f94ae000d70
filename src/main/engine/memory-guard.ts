// Ends the engine's process when a film makes it grow beyond its limit, before the machine suffers; that one film is
// then given up like any that ends the process. The decoder's loops never yield, so somebody else has to look: on Linux,
// where the system tells everybody, the process that started it; elsewhere a thread beside them, which takes 30 ms to start.

import { readFileSync } from 'node:fs'

// A film of 200 megapixels at 16 bits is 0.4 GB, held twice while it is decoded; a model and its films add 0.3.
const LIMIT_BYTES = 2 * 2 ** 30
const LOOK_EVERY_MS = 100

/** Whether `watchMemory` does. */
export const STARTER_WATCHES = process.platform === 'linux'

/** The last words of a process that the guard ends, in the manner of V8 (last-words.ts): it has no time for its own. */
export const BEYOND_LIMIT = 'FATAL ERROR: out of memory, as far as Hilum lets a film have it\n'

const WATCH = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
setInterval(() => {
  if (process.memoryUsage.rss() <= workerData.limit) return
  writeSync(2, workerData.words)
  process.kill(process.pid, 'SIGKILL')
}, workerData.every)
`

/** For the engine's process, where nobody else watches it. */
export function guardMemory(limit = LIMIT_BYTES): void {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const workerData = { limit, every: LOOK_EVERY_MS, words: BEYOND_LIMIT }
  new Worker(WATCH, { eval: true, workerData, execArgv: [] }).unref()
}

/** For whoever started the process; it does not keep its own alive. */
export function watchMemory(pid: number, kill: () => void, limit = LIMIT_BYTES): void {
  if (!STARTER_WATCHES) return
  const timer = setInterval(() => {
    const bytes = residentBytes(pid)
    if (bytes !== null && bytes <= limit) return
    clearInterval(timer)
    if (bytes !== null) kill()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** See proc(5). Null where the process has ended. */
function residentBytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    // It has ended, and so has its entry.
    return null
  }
}
