// npm run fuzz: spoils good files of every kind and sees that each ends as a picture or as a coded error, within its
// time and memory. Inputs that don't are written to out-fuzz/. Same seed, same inputs.

import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { input } from './fuzz/input.ts'
import { fuzz, type FuzzReport } from './fuzz/run.ts'
import { seedsOfKind, UnknownKind } from './fuzz/seeds.ts'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    first: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '180' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    'seconds-each': { type: 'string', default: '5' },
    megabytes: { type: 'string', default: '2048' },
  },
})
const seed = Number(values.seed)
const range = { seed, first: Number(values.first), inputs: Number(values.inputs), only: values.only }
const limits = {
  secondsEach: Number(values['seconds-each']),
  megabytes: Number(values.megabytes),
  seconds: Number(values.seconds),
}
try {
  const report = await fuzz(range, limits)
  keepFaults(report)
  print(report)
  process.exitCode = report.faults.length === 0 ? 0 : 1
} catch (error) {
  if (!(error instanceof UnknownKind)) throw error
  console.error(error.message)
  process.exitCode = 2
}

function keepFaults({ faults }: FuzzReport): void {
  if (faults.length === 0) return
  const folder = new URL('../out-fuzz/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const kinds = seedsOfKind(values.only)
  for (const { index, what } of faults) {
    writeFileSync(new URL(`${seed}-${index}-${what}.bin`, folder), input(kinds, seed, index).bytes)
  }
}

function print({ inputs, seconds, outcomes, kinds, faults }: FuzzReport): void {
  const of = (what: string): number => faults.filter((fault) => fault.what === what).length
  console.log(`${inputs.toLocaleString('en-GB')} inputs in ${seconds.toFixed(0)} s, seed ${seed}`)
  console.log(
    `crashes ${of('crash')}, hangs ${of('hang')}, memory ${of('memory')}, uncoded errors ${of('uncoded')}`,
  )
  for (const [outcome, count] of byCount(outcomes)) console.log(`  ${outcome.padEnd(24)}${count}`)
  console.log(
    `kinds: ${byCount(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ')}`,
  )
  for (const { index, kind, what, detail } of faults.slice(0, 40)) {
    console.log(`${what} at ${index} (${kind}): ${detail.slice(0, 600)}`)
  }
}

function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([, a], [, b]) => b - a)
}
