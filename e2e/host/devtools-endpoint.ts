// Where a spec attaches to a Chromium that was started with --remote-debugging-port=0.
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'

const LONGEST_WAIT_MS = 10_000
const ASK_EVERY_MS = 20

/**
 * Chromium writes port and path into a file of its profile, on a thread of its own: on a busy machine the pipe by which
 * it was launched may answer first.
 */
export async function devtoolsEndpoint(file: string, longestWaitMs = LONGEST_WAIT_MS): Promise<string> {
  for (let waited = 0; waited <= longestWaitMs; waited += ASK_EVERY_MS) {
    const [port, path] = (await readIfThere(file)).split('\n')
    if (port && path) return `ws://127.0.0.1:${port}${path}`
    await delay(ASK_EVERY_MS)
  }
  throw new Error(`The browser has not written within ${longestWaitMs} ms where it listens: ${file}.`)
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
