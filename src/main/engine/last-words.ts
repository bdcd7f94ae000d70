// What an engine's process writes to its standard error goes on to ours: native libraries complain there, and that is
// worth seeing. The page of addresses that V8 leaves when it gives up is kept instead, and a sentence says what it means.

import { StringDecoder } from 'node:string_decoder'

// Whatever follows one of these lines is the end of the process.
const GIVES_UP = /^(<--- Last few GCs --->|FATAL ERROR: |# Fatal |----- Native stack trace -----)/
const MOST_KEPT = 8192

/** Passes lines on; the function that it returns tells those that were kept back. */
export function hearWords(stream: NodeJS.ReadableStream, passOn: (line: string) => void): () => string {
  const decoder = new StringDecoder('utf8')
  let begun = ''
  // V8 begins with an empty line, which is passed on only where something follows it.
  let blank = ''
  let last = ''
  const hear = (line: string) => {
    if (last !== '' || GIVES_UP.test(line)) last = (last + line).slice(0, MOST_KEPT)
    else if (line.trim() === '') blank += line
    else {
      passOn(blank + line)
      blank = ''
    }
  }
  const take = (text: string) => {
    const lines = (begun + text).split(/(?<=\n)/)
    begun = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '')
    lines.forEach(hear)
  }
  stream.on('data', (bytes: Buffer) => take(decoder.write(bytes)))
  stream.on('end', () => {
    take(decoder.end())
    if (begun !== '') hear(begun)
  })
  return () => last
}

export function ranOutOfMemory(lastWords: string): boolean {
  return /out of memory|Allocation failed/.test(lastWords)
}
