import type { FrameOutcome } from './score-result.ts'

const MOST_PAGES = 100

/** Before the films that want a look: those that somebody asked for. */
type Rank = 'asked' | 'positive' | 'indeterminate'

const ORDER: readonly Rank[] = ['asked', 'positive', 'indeterminate']

/**
 * The frames with a page of their own in the PDF, in the order of the list: all are in its table. Where they are too
 * many, what is called positive goes before what is too near to be called, wherever in the list it stands.
 */
export function withPages<Outcome extends FrameOutcome>(
  outcomes: readonly Outcome[],
  isAsked: (outcome: Outcome) => boolean,
): Outcome[] {
  const ranked = Map.groupBy(outcomes, (outcome) => (isAsked(outcome) ? 'asked' : rankOf(outcome)))
  const wanted = ORDER.flatMap((rank) => ranked.get(rank) ?? []).slice(0, MOST_PAGES)
  const kept = new Set(wanted)
  return outcomes.filter((outcome) => kept.has(outcome))
}

/** All that could be read, as long as they are few: a failed film has nothing to show but its reason, which the table has. */
export function withEveryPage<Outcome extends FrameOutcome>(outcomes: readonly Outcome[]): Outcome[] {
  const readable = outcomes.filter(isReadable)
  return withPages(readable, () => readable.length <= MOST_PAGES)
}

export function isReadable({ result }: FrameOutcome): boolean {
  return !('ok' in result)
}

function rankOf({ result }: FrameOutcome): Rank | undefined {
  if ('ok' in result || result.status === 'refused' || result.band === 'negative') return undefined
  return result.band
}
