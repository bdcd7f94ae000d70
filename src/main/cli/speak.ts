// The two voices of the command line: results go to standard output, everything else to standard error.

import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import { printable } from '../export/display-width.ts'

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stderr.write(`${line.split('\n').map(printable).join('\n')}\n`)
}

const MOST_FAILURES = 20

/** The first of them; a folder of a thousand damaged files needs no thousand lines, and the results have them all. */
export function sayFailures(sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, MOST_FAILURES)) say(sentence)
  const more = sentences.length - MOST_FAILURES
  if (more > 0) say(`… and ${more} more like these; the results name them all.`)
}

/**
 * Results, once they have left the process. A reader that has gone away (`| head`) wants no more, which is no failure:
 * the answer is whether one is still there.
 */
export async function giveOut(data: string | Uint8Array): Promise<boolean> {
  const error = await new Promise((resolve) => {
    process.stdout.write(data, resolve)
  })
  const code = systemErrorCode(error)
  if (code === '' || code === 'EPIPE') return code === ''
  throw new HilumError(
    'WRITE_FAILED',
    `Standard output can’t be written to (${code}); write to a file instead.`,
  )
}

/** Waits for what was said and given out so far; a process that ends loses what is still in a pipe. */
export async function flushed(): Promise<void> {
  const streams = [process.stdout, process.stderr]
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.write('', resolve))))
}
