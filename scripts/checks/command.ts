// Runs a command and keeps what it writes.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const LONGEST_MS = 20 * 60 * 1000

export interface Ran {
  readonly ok: boolean
  readonly output: string
}

/** Runs one of Node's programs, named by its path from the root of the repository. */
export async function runNode(program: string, args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [`${root}${program}`, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  return new Promise((resolve) => {
    child.on('error', (error) =>
      resolve({ ok: false, output: `${program} can't be started: ${error.message}` }),
    )
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\n${program} was ended by ${signal}.`
      // Some programs colour what they write wherever CI is set.
      resolve({ ok: code === 0, output: stripVTControlCharacters(output).trim() })
    })
  })
}
