// The end-to-end specs, which run in a program of their own and say their counts on a line.

import { existsSync } from 'node:fs'
import { root, runNode, type Ran } from './command.ts'
import { failure, type Outcome } from './outcome.ts'

const PROGRAM = 'scripts/e2e.ts'
const COUNTS = /^e2e: (\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm

export async function e2e(specs: readonly string[]): Promise<Outcome> {
  if (!existsSync(`${root}${PROGRAM}`))
    return failure(`${PROGRAM} is missing, so no end-to-end spec can run.`)
  return readCounts(await runNode(PROGRAM, specs))
}

export function readCounts({ ok, output }: Ran): Outcome {
  const counts = [...output.matchAll(COUNTS)].at(-1)
  if (counts === undefined) return failure(`${output}\n${PROGRAM} ended without its line of counts.`)
  const [passed, failed, skipped] = [counts[1], counts[2], counts[3]].map((text) => Number(text ?? 0))
  const remarks = output.split('\n').filter((line) => line.startsWith('e2e: ') && line !== counts[0])
  const skips = new Map(skipped ? [['end-to-end', skipped]] : [])
  const outcome = { passed: passed ?? 0, failed: failed ?? 0, skips, details: output, remarks }
  if (ok || outcome.failed > 0) return outcome
  return { ...outcome, failed: 1, details: `${output}\n${PROGRAM} failed although it counts no failure.` }
}
