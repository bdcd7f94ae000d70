// `npm run bench -- NAME …`: runs one of the benchmarks in scripts/bench.

import { runDecodeBenchmark } from './bench/decode.ts'
import { runEnduranceBenchmark } from './bench/endurance.ts'
import { runScoreBenchmark } from './bench/score.ts'
import { runWindowBenchmark } from './bench/window.ts'

const BENCHMARKS: ReadonlyMap<string, (args: string[]) => Promise<void>> = new Map([
  ['decode', runDecodeBenchmark],
  ['endurance', runEnduranceBenchmark],
  ['score', runScoreBenchmark],
  ['window', runWindowBenchmark],
])

const [name = '', ...args] = process.argv.slice(2)
const benchmark = BENCHMARKS.get(name)
if (benchmark === undefined) {
  console.error(`There is no benchmark “${name}”; there are ${[...BENCHMARKS.keys()].join(', ')}.`)
  process.exitCode = 2
} else {
  await benchmark(args)
}
