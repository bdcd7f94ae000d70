// `npm test`: runs every suite and ends with one line of totals.
// node scripts/test.ts [--only SUITE[,SUITE…]] [PATH…]   the paths choose among unit tests or specs

import { parseArgs } from 'node:util'
import { runNode } from './checks/command.ts'
import { e2e } from './checks/e2e.ts'
import { addUp, demandTests, failure, PASSED, totals, type Outcome } from './checks/outcome.ts'
import { unit } from './checks/unit.ts'

type Suite = (paths: readonly string[]) => Promise<Outcome>

/** A program whose success is one passed check. */
function check(program: string, ...args: string[]): Suite {
  return async () => {
    const { ok, output } = await runNode(program, args)
    return ok ? PASSED : failure(output)
  }
}

const SUITES: ReadonlyMap<string, Suite> = new Map([
  ['types', check('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['lint', check('node_modules/oxlint/bin/oxlint')],
  ['format', check('node_modules/prettier/bin/prettier.cjs', '--check', '.')],
  ['build', check('scripts/build.ts')],
  ['unit', unit],
  ['e2e', e2e],
])

async function runSuite(name: string, suite: Suite, paths: readonly string[]): Promise<Outcome> {
  const started = performance.now()
  // On a developer's machine there may be nothing to show the app in; where changes are judged there must be.
  const mayBeSkipped = name === 'e2e' && process.env['CI'] !== 'true'
  const outcome = demandTests(await suite(paths), mayBeSkipped)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${name.padEnd(8)}${totals(outcome).padEnd(40)}${seconds.padStart(7)} s`)
  for (const remark of outcome.remarks) console.log(`        ${remark}`)
  if (outcome.failed > 0) console.log(`\n${outcome.details}\n`)
  return outcome
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
  const names = values.only?.split(',') ?? [...SUITES.keys()]
  const outcomes: Outcome[] = []
  for (const name of names) {
    const suite = SUITES.get(name)
    if (suite === undefined)
      throw new Error(`There is no suite “${name}”; there are ${[...SUITES.keys()].join(', ')}.`)
    outcomes.push(await runSuite(name, suite, positionals))
  }
  const all = addUp(outcomes)
  for (const [reason, count] of all.skips) console.log(`skipped ${count}: ${reason}`)
  if (all.failed > 0) process.exitCode = 1
  console.log(totals(all))
}

await main()
