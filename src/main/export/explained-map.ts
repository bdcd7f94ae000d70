import type { HeatMap, ScoredAnalysis } from '../../shared/analysis.ts'
import { mapOf } from '../../shared/heat-maps.ts'
import { reachesOperatingPoint } from '../../shared/operating-point.ts'

/** The map of the likeliest finding that reaches its operating point; without one there is nothing to explain. */
export function explainedMap({
  findings,
  maps,
}: Pick<ScoredAnalysis, 'findings' | 'maps'>): HeatMap | undefined {
  const [called] = findings
    .filter((one) => one.finding && reachesOperatingPoint(one))
    .toSorted((a, b) => b.probability - a.probability)
  return called && mapOf(maps, called.label)
}
