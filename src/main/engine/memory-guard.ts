// Ends the engine's process when a film makes it grow beyond its limit, before the machine suffers. The decoder's
// loops never yield, so a thread beside them looks; that one film is then given up like any that ends the process.

import { Worker } from 'node:worker_threads'

// A film of 200 megapixels at 16 bits is 0.4 GB, held twice while it is decoded; a model and its films add 0.3.
const LIMIT_BYTES = 2 * 2 ** 30
const LOOK_EVERY_MS = 100

const WATCH = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.limit) process.kill(process.pid, 'SIGKILL')
}, workerData.every)
`

export function guardMemory(limit = LIMIT_BYTES): void {
  const workerData = { limit, every: LOOK_EVERY_MS }
  new Worker(WATCH, { eval: true, workerData, execArgv: [] }).unref()
}
