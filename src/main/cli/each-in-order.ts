import type { Engine } from '../engine/client.ts'

/** Enough that engines seldom wait for the slowest film of a batch, few enough to be held in memory. */
const BATCH = 64

/**
 * Does some work on each item, on all engines at once, and hands on the results in the order of the items until whoever
 * takes them has had enough.
 */
export async function eachInOrder<Item, Result>(
  items: readonly Item[],
  engines: readonly Engine[],
  work: (item: Item, engine: Engine) => Promise<Result>,
  handOn: (result: Result) => Promise<'enough' | 'more'>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    const remaining = items.slice(start, start + BATCH).entries()
    const results: Result[] = []
    const lane = async (engine: Engine) => {
      for (const [index, item] of remaining) results[index] = await work(item, engine)
    }
    await Promise.all(engines.map(lane))
    for (const result of results) if ((await handOn(result)) === 'enough') return
  }
}
