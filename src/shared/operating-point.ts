import type { Finding } from './analysis.ts'

/** Whether a class is scored so high that the reader is told of it; unasked, below it no map is drawn. */
export function reachesOperatingPoint({
  probability,
  threshold,
}: Pick<Finding, 'probability' | 'threshold'>): boolean {
  return probability >= threshold
}
