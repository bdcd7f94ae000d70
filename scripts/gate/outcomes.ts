export interface Outcome {
  readonly pictures: string
  /** 'passes', 'turned' where a wrongly inverted film passes, 'unreadable', or the code of the refusal. */
  readonly as: string
  readonly warnings: readonly string[]
}

export function countedAs({ as }: Outcome): 'passes' | 'turned' | 'no score' {
  return as === 'passes' || as === 'turned' ? as : 'no score'
}

/** A row for each kind of picture, in the order in which they came. */
export function table(outcomes: readonly Outcome[]): string {
  const kinds = Map.groupBy(outcomes, ({ pictures }) => pictures)
  const rows = [...kinds].map(([pictures, all]) => {
    const count = (as: string) => all.filter((one) => countedAs(one) === as).length
    const codes = Map.groupBy(
      all.filter((one) => countedAs(one) === 'no score'),
      ({ as }) => as,
    )
    const reasons = [...codes].map(([code, ones]) => `${code} ${ones.length}`).join(', ')
    const warned = Map.groupBy(
      all.flatMap(({ warnings }) => warnings),
      (code) => code,
    )
    const warnings = [...warned].map(([code, ones]) => `${code} ${ones.length}`).join(', ')
    return `| ${[pictures, all.length, count('passes'), count('turned'), reasons, warnings].join(' | ')} |`
  })
  const header = ['pictures', 'of', 'pass', 'turned and pass', 'refused', 'warnings']
  return [`| ${header.join(' | ')} |`, `| ${header.map(() => '---').join(' | ')} |`, ...rows].join('\n')
}
