// Loaded before the command line: keeps, for each second, how long the event loop was held at most.

import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Stall {
  /** Since the start of the process. */
  readonly second: number
  readonly milliseconds: number
}

const RESOLUTION_MS = 1
const file = process.env['HILUM_STALLS']

// The engine's processes inherit the option that loads this; only the main process is asked.
if (file !== undefined && !process.argv[1]?.endsWith('worker.js')) {
  const stalls: Stall[] = []
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  const keep = () => {
    stalls.push({ second: Math.round(performance.now() / 1000), milliseconds: delay.max / 1e6 })
    delay.reset()
  }
  delay.enable()
  setInterval(keep, 1000).unref()
  process.on('exit', () => {
    keep()
    writeFileSync(file, JSON.stringify(stalls))
  })
}
