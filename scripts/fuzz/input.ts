import { mutate } from './mutate.ts'
import { random } from './random.ts'
import type { Seed } from './seeds.ts'

export interface FuzzInput {
  /** With its spaces as underscores. */
  readonly kind: string
  readonly bytes: Buffer
}

/** Input number `index` of the run with `seed`, always the same one. Each kind of file is as likely as any other. */
export function input(seeds: readonly Seed[], seed: number, index: number): FuzzInput {
  const dice = random(seed, index)
  const kind = dice.pick([...new Set(seeds.map((each) => each.kind))])
  const own = dice.pick(seeds.filter((each) => each.kind === kind))
  const other = dice.pick(seeds)
  return { kind: kind.replaceAll(' ', '_'), bytes: mutate(own.bytes, other.bytes, dice) }
}
