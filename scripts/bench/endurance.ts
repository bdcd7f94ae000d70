// `npm run bench -- endurance FOLDER [--films N] [--json]` (Linux): scores copies of the folder's films until there are
// N, and tells how the memory and the processor time of all its processes go on, and for how long at most the main
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
import { familyUse, type FamilyUse } from './endurance/family-use.ts'
import type { Stall } from './endurance/stall-probe.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const probe = new URL('./endurance/stall-probe.ts', import.meta.url).href
const LOOK_EVERY_MS = 500

/** One line of progress: what all processes used, after so many films and seconds. */
interface Milestone extends FamilyUse {
  readonly films: number
  readonly seconds: number
}

interface Endurance {
  readonly milestones: readonly Milestone[]
  /** In bytes, each the highest that was seen. */
  readonly peak: Pick<FamilyUse, 'resident' | 'proportional'>
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
  let peak = { resident: 0, proportional: 0 }
  const looking = setInterval(() => (peak = higher(peak, familyUse(pid))), LOOK_EVERY_MS)
  const milestones: Milestone[] = []
  createInterface(child.stderr).on('line', (line) => {
    const [, films] = /: (\d+) of \d+/.exec(line) ?? []
    if (films === undefined) return
    milestones.push({ films: Number(films), seconds: (performance.now() - start) / 1000, ...familyUse(pid) })
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(looking)
  if (code !== 0) throw new Error(`The command line ended with ${code}.`)
  const stalls = JSON.parse(await readFile(stallFile, 'utf8')) as Stall[]
  return { milestones, peak, stalls }
}

function higher(one: Endurance['peak'], other: Endurance['peak']): Endurance['peak'] {
  return {
    resident: Math.max(one.resident, other.resident),
    proportional: Math.max(one.proportional, other.proportional),
  }
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

function print({ milestones, peak, stalls }: Endurance): void {
  console.log('films    seconds   MB, shared pages   MB, shared pages   films/s   processor ms/film')
  console.log('                   counted once       counted for each   since the line before')
  for (const [i, { films, seconds, resident, proportional, processorSeconds }] of milestones.entries()) {
    const before = milestones[i - 1] ?? { films: 0, seconds: 0, processorSeconds: 0 }
    const rate = (films - before.films) / (seconds - before.seconds)
    const cost = (1000 * (processorSeconds - before.processorSeconds)) / (films - before.films)
    const memory = megabytes(proportional).padEnd(19) + megabytes(resident).padEnd(19)
    console.log(
      `${films}`.padEnd(9) +
        seconds.toFixed(1).padEnd(10) +
        memory +
        rate.toFixed(1).padEnd(10) +
        cost.toFixed(2),
    )
  }
  const [first, ...later] = stalls.map(({ milliseconds }) => milliseconds)
  console.log(
    `peak ${megabytes(peak.proportional)} MB (${megabytes(peak.resident)} MB with shared pages counted for each); longest stall of the main process ${(first ?? 0).toFixed(1)} ms in its ` +
      `first second (start), ${Math.max(0, ...later.slice(0, -1)).toFixed(1)} ms while scoring, ` +
      `${(later.at(-1) ?? 0).toFixed(1)} ms in its last second (the table)`,
  )
}
