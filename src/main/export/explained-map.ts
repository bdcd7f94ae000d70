import type { HeatMap, ScoredAnalysis } from '../../shared/analysis.ts'
import { mapOf } from '../../shared/heat-maps.ts'

/** The map of the finding that is called; without a call there is nothing to explain. */
export function explainedMap({ findings, maps }: ScoredAnalysis): HeatMap | undefined {
  const [called] = findings
    .filter(({ finding, band }) => finding && band !== 'negative')
    .toSorted((a, b) => b.probability - a.probability)
  return called && mapOf(maps, called.label)
}
