/**
 * Does one piece of work at a time. What is asked for meanwhile replaces what was waiting: of all the films that a
 * reader pages past, only the last is worth fetching.
 */
export function latestOnly<Item>(work: (item: Item) => Promise<void>): (item: Item) => Promise<void> {
  let running: Promise<void> | null = null
  let waiting: { readonly item: Item } | null = null

  async function run(): Promise<void> {
    while (waiting) {
      const { item } = waiting
      waiting = null
      await work(item)
    }
  }

  return (item) => {
    waiting = { item }
    running ??= run().finally(() => {
      running = null
    })
    return running
  }
}
