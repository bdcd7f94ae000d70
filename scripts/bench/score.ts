// `npm run bench -- score FOLDER… --peer FOLDER [--rounds N] [--reduced] [--json]`: whole runs of `hilum score` beside those of the
// Python peer, on the same folder and the same model file. They take turns, so that a noisy moment falls on both, and
// the peer runs with the fastest of its settings, or with --one-setting as it is, which saves minutes where its decoder
// takes nearly all of the time. FOLDERs are made by the peer's make_folders.py. --peer (or
// HILUM_PEER) is the folder of peer_score.py; --reduced lets it also run as it does with fewer resolution levels of JPEG
// 2000; --former (the hilum.mjs of a checkout built earlier) joins the turns, and so does the default model with
// --default. Hilum also runs without each file's SHA-256, which the peer does not reckon.

import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import type { Card } from '../../src/shared/card.ts'
import { choosePack } from '../../src/main/packs/choose-pack.ts'
import { measureBound, type Bound } from './score/bound.ts'
import { hilum, peers, reducedPeer, type Contestant } from './score/contestants.ts'
import { spreadOf, type Spread } from './score/spread.ts'
import { timeRun, type TimedRun } from './score/timed-run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Hilum doing no more than the peer and the bound. */
const UNHASHED = 'hilum, no hash'

interface Setup {
  /** A folder of model.onnx and card.json. */
  readonly pack: string
  /** The folder of peer_score.py; empty where there is none. */
  readonly peer: string
  /** The hilum.mjs of an earlier build; empty where none takes part. */
  readonly former: string
  /** Whether the peer also runs with fewer resolution levels of JPEG 2000. */
  readonly reduced: boolean
  /** Whether the peer runs as it is, and no other setting is tried. */
  readonly oneSetting: boolean
  /** The folder of the default model; empty where it takes no part. */
  readonly usual: string
  readonly rounds: number
  /** For the tables that the runs write. */
  readonly tables: string
}

interface Machine {
  readonly processor: string
  readonly cores: number
  /** Of the last minute before the first run. */
  readonly load: number | undefined
}

interface Result {
  readonly folder: string
  readonly films: number
  readonly seconds: Readonly<Record<string, Spread>>
  readonly bound: Bound
}

export async function runScoreBenchmark(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      model: { type: 'string', default: 'darkcovidnet-3' },
      peer: { type: 'string', default: process.env['HILUM_PEER'] ?? '' },
      former: { type: 'string', default: '' },
      reduced: { type: 'boolean', default: false },
      'one-setting': { type: 'boolean', default: false },
      default: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  })
  const tables = await mkdtemp(join(tmpdir(), 'hilum-bench-'))
  const { model, peer, former, reduced } = values
  const rounds = Number(values.rounds)
  const models = join(root, 'models')
  const usual = values.default ? (await choosePack([models])).folder : ''
  const oneSetting = values['one-setting']
  const setup = { pack: join(models, model), peer, former, reduced, oneSetting, usual, rounds, tables }
  const machine: Machine = {
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    load: loadavg()[0],
  }
  try {
    const results: Result[] = []
    if (!values.json) printMachine(machine)
    for (const folder of positionals) {
      const result = await measure(folder, setup)
      results.push(result)
      if (!values.json) print(result)
    }
    if (values.json) console.log(JSON.stringify({ machine, model, results }))
  } finally {
    await rm(tables, { recursive: true })
  }
}

async function measure(folder: string, setup: Setup): Promise<Result> {
  const contestants = await enter(folder, setup)
  const runs = contestants.map((): TimedRun[] => [])
  for (let round = 0; round < setup.rounds; round++) {
    // There and back again: nobody always runs after the same one.
    const order = [...contestants.keys()]
    for (const i of round % 2 === 0 ? order : order.toReversed())
      runs[i]!.push(await timeRun(contestants[i]!))
  }
  refuseUnlike(contestants, runs)
  return {
    folder: basename(folder),
    films: runs[0]?.[0]?.films ?? 0,
    seconds: Object.fromEntries(
      contestants.map(({ name }, i) => [name, spreadOf(runs[i]!.map(({ seconds }) => seconds))]),
    ),
    bound: await measureBound(folder, await packWithoutLungs(setup)),
  }
}

/** Who takes part: Hilum, and the peer in the setting that was fastest of two runs each, after one uncounted. */
async function enter(folder: string, setup: Setup): Promise<Contestant[]> {
  const cli = join(root, 'src', 'main', 'cli', 'hilum.mjs')
  const plain = { folder, ...setup, pack: await packWithoutLungs(setup) }
  const ours = [
    hilum('hilum', cli, plain),
    hilum(UNHASHED, cli, { ...plain, options: ['--no-hash'] }),
    hilum('hilum, lungs found', cli, { folder, ...setup }),
  ]
  if (setup.usual !== '')
    ours.push(hilum('hilum, default model', cli, { folder, ...setup, pack: setup.usual }))
  if (setup.former !== '') ours.push(hilum('former', setup.former, plain))
  for (const contestant of ours) await timeRun(contestant)
  if (setup.peer === '') return ours

  const tried: { peer: Contestant; seconds: number }[] = []
  const settings = peers({ folder, ...setup })
  for (const peer of setup.oneSetting ? settings.slice(0, 1) : settings) {
    await timeRun(peer)
    const runs = [await timeRun(peer), await timeRun(peer)]
    tried.push({ peer, seconds: Math.min(...runs.map(({ seconds }) => seconds)) })
  }
  const [fastest] = tried.toSorted((a, b) => a.seconds - b.seconds)
  const reduced = setup.reduced ? [reducedPeer({ folder, ...setup })] : []
  return fastest === undefined ? ours : [...ours, fastest.peer, ...reduced]
}

/** The same model as the peer's: one that is not asked whether the film shows lungs, which takes a second model. */
async function packWithoutLungs({ pack, tables }: Setup): Promise<string> {
  const plain = join(tables, 'models', basename(pack))
  await mkdir(plain, { recursive: true })
  await copyFile(join(pack, 'model.onnx'), join(plain, 'model.onnx'))
  const card = JSON.parse(await readFile(join(pack, 'card.json'), 'utf8')) as Pick<Card, 'gate' | 'input'>
  // One that looks at the lungs alone can't do without.
  const gate = card.input.view === 'lungs' ? card.gate : { ...card.gate, lungs: false }
  await writeFile(join(plain, 'card.json'), JSON.stringify({ ...card, gate }))
  return plain
}

/** Runs that scored different films say nothing about speed. */
function refuseUnlike(contestants: readonly Contestant[], runs: readonly (readonly TimedRun[])[]): void {
  const counts = runs.map((own) =>
    [...new Set(own.map(({ films, failures }) => `${films}/${failures}`))].join(),
  )
  if (new Set(counts).size === 1) return
  const told = contestants.map(({ name }, i) => `${name} ${counts[i]}`).join('; ')
  throw new Error(`The runs differ in films/failures, so they can't be compared: ${told}.`)
}

function printMachine({ processor, cores, load }: Machine): void {
  console.log(`${processor}, ${cores} cores, load ${load?.toFixed(1)} before the first run`)
}

function print({ folder, films, seconds, bound }: Result): void {
  console.log(`\n${folder}, ${films} films`)
  const own = seconds['hilum']!
  for (const [name, { median, low, high }] of Object.entries(seconds)) {
    const rate = `${(films / median).toFixed(1)} films/s`
    const ratio = name === 'hilum' ? '' : `  ${(median / own.median).toFixed(2)} times hilum's`
    console.log(
      `  ${name.padEnd(24)} ${median.toFixed(2)} s (${low.toFixed(2)}–${high.toFixed(2)})  ${rate}${ratio}`,
    )
  }
  const share = ({ median }: Spread) => ((films / median / bound.together) * 100).toFixed(0)
  console.log(
    `  bound: ${bound.prepare.toFixed(0)} films/s prepared, ${bound.infer.toFixed(0)} inferred, ` +
      `${bound.together.toFixed(0)} together; hilum reaches ${share(own)} %, without the hash ` +
      `${share(seconds[UNHASHED]!)} %, start-up included`,
  )
}
