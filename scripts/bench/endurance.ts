// `npm run bench -- endurance FOLDER [--films N] [--json]` (Linux): scores copies of the folder's films until there are
// N, and tells how the memory of all its processes and the time a film go on, and for how long at most the main
// process answered nobody.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { copyFilms } from './copy-films.ts'
import { familyMemory } from './endurance/family-memory.ts'
import type { Stall } from './endurance/stall-probe.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const probe = new URL('./endurance/stall-probe.ts', import.meta.url).href
const LOOK_EVERY_MS = 250

/** One line of progress: after so many films and seconds, the memory of all processes in megabytes. */
interface Milestone {
  readonly films: number
  readonly seconds: number
  readonly megabytes: number
}

interface Endurance {
  readonly milestones: readonly Milestone[]
  readonly peakMegabytes: number
  /** The longest of each second. */
  readonly stalls: readonly Stall[]
}

export async function runEnduranceBenchmark(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string', default: 'darkcovidnet-3' },
      films: { type: 'string', default: '3000' },
      json: { type: 'boolean', default: false },
    },
  })
  const [given] = positionals
  if (given === undefined) throw new Error('Name a folder of films.')
  const folder = await mkdtemp(join(tmpdir(), 'hilum-endurance-'))
  try {
    await copyFilms(given, join(folder, 'films'), Number(values.films))
    const endurance = await scoreAll(folder, values.model)
    if (values.json) console.log(JSON.stringify(endurance))
    else print(endurance)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function scoreAll(folder: string, model: string): Promise<Endurance> {
  const stallFile = join(folder, 'stalls.json')
  const cli = join(root, 'out', 'main', 'cli.js')
  const scored = ['score', join(folder, 'films'), '--model', model, '--provider', 'cpu']
  const start = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', probe, cli, ...scored, '--csv', join(folder, 'scores.csv')],
    { env: { ...process.env, HILUM_STALLS: stallFile }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const { pid } = child
  if (pid === undefined) throw new Error('The command line did not start.')
  let megabytes = 0
  let peakMegabytes = 0
  const looking = setInterval(() => {
    megabytes = familyMemory(pid) / 2 ** 20
    peakMegabytes = Math.max(peakMegabytes, megabytes)
  }, LOOK_EVERY_MS)
  const milestones: Milestone[] = []
  createInterface(child.stderr).on('line', (line) => {
    const [, films] = /: (\d+) of \d+/.exec(line) ?? []
    if (films === undefined) return
    milestones.push({ films: Number(films), seconds: (performance.now() - start) / 1000, megabytes })
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(looking)
  if (code !== 0) throw new Error(`The command line ended with ${code}.`)
  const stalls = JSON.parse(await readFile(stallFile, 'utf8')) as Stall[]
  return { milestones, peakMegabytes, stalls }
}

function print({ milestones, peakMegabytes, stalls }: Endurance): void {
  console.log('films    seconds   MB (all processes)   films/s since the line before')
  for (const [i, { films, seconds, megabytes }] of milestones.entries()) {
    const before = milestones[i - 1] ?? { films: 0, seconds: 0 }
    const rate = (films - before.films) / (seconds - before.seconds)
    console.log(
      `${`${films}`.padEnd(9)}${seconds.toFixed(1).padEnd(10)}${megabytes.toFixed(0).padEnd(21)}${rate.toFixed(1)}`,
    )
  }
  const [first, ...later] = stalls.map(({ milliseconds }) => milliseconds)
  console.log(
    `peak ${peakMegabytes.toFixed(0)} MB; longest stall of the main process ${(first ?? 0).toFixed(1)} ms in its ` +
      `first second (start), ${Math.max(0, ...later.slice(0, -1)).toFixed(1)} ms while scoring, ` +
      `${(later.at(-1) ?? 0).toFixed(1)} ms in its last second (the table)`,
  )
}
