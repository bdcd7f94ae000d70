// The entry of the command line, and the only place of it that ends the process.

import { constants } from 'node:os'
import { HilumError, toFailure } from '../../shared/errors.ts'
import { exitCodeFor } from './exit-codes.ts'
import { nodeEngine } from './node-engine.ts'
import { flushed, say } from './speak.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const stop = new AbortController()
let stoppedBy: (typeof SIGNALS)[number] | undefined
for (const signal of SIGNALS) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait any longer.
    if (stoppedBy !== undefined) process.exit(exitCodeOf(signal))
    stoppedBy = signal
    stop.abort()
  })
}

// `giveOut` says what can't be written; where even that can't be said, nobody listens.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

// Before the commands are known: its process is up by the time that the model and the films are.
const [command, ...given] = process.argv.slice(2)
const first = command === 'score' && !given.includes('--help') ? nodeEngine() : undefined
first?.start()

process.exit(await outcome())

async function outcome(): Promise<number> {
  const code = await work().catch(explainFailure)
  first?.close()
  await flushed()
  return stoppedBy === undefined ? code : exitCodeOf(stoppedBy)
}

async function work(): Promise<number> {
  const { run } = await import('./program.ts')
  return run(process.argv.slice(2), { first, signal: stop.signal })
}

function explainFailure(error: unknown): number {
  const { code, message } = toFailure(error)
  say(`${code}: ${message}`)
  // A fault of our own is told in full, so that it can be reported.
  if (!(error instanceof HilumError) && error instanceof Error) say(error.stack ?? '')
  return exitCodeFor(code)
}

/** As shells have it: 128 and the signal's number. */
function exitCodeOf(signal: (typeof SIGNALS)[number]): number {
  return 128 + constants.signals[signal]
}
