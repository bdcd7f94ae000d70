/** A share for a reader. Nothing that was computed is called certain or impossible by rounding. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  if (rounded === 100 && share < 1) return '>99%'
  if (rounded === 0 && share > 0) return '<1%'
  return `${rounded}%`
}
