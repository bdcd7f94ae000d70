import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Contestant } from './contestants.ts'

export interface TimedRun {
  /** From the start of the process to its end, seen from outside. */
  readonly seconds: number
  readonly films: number
  readonly failures: number
}

export async function timeRun({ name, command, args, env, countFilms }: Contestant): Promise<TimedRun> {
  const start = performance.now()
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [printed, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${complaints.trim().slice(-400)}`)
  return { seconds, ...(await countFilms(printed)) }
}
