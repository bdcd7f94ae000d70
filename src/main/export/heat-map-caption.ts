import type { Finding, HeatMap, ModelIdentity } from '../../shared/analysis.ts'
import { HEAT_FLOOR } from '../../shared/heat-colour.ts'
import { hottestValue } from '../../shared/heat-share.ts'
import { insideLungsWords } from '../../shared/inside-lungs-words.ts'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { strings } from '../../shared/strings.en.ts'
import { measure, shortHash } from '../report/number-text.ts'

export interface CaptionInput {
  /** The file's base name. */
  readonly name: string
  /** Laid on the film, as an analysis brings it. */
  readonly heat: HeatMap
  /** Whether the edges of the model's cells are drawn over the map. */
  readonly grid: boolean
  readonly finding: Finding
  readonly model: ModelIdentity
}

export interface CaptionLine {
  readonly text: string
  readonly size: number
  readonly quiet: boolean
}

/** What has to be said of a heat map wherever its picture goes. */
export function heatMapCaption({ name, heat, grid, finding, model }: CaptionInput): CaptionLine[] {
  const words = strings.exports.heatMap
  const isOcclusion = heat.method === 'occlusion'
  const [score, point] = [finding.probability, finding.threshold].map((share) => share.toFixed(3))
  const band = strings.bands[finding.band].toLowerCase()
  const hottest = hottestValue(heat)
  const floor = HEAT_FLOOR * heat.fullScale
  const scale = { hottest: measure(hottest), fullScale: measure(heat.fullScale), floor: measure(floor) }
  const { share, flag } = insideLungsWords(heat)
  const lines: CaptionLine[] = [
    { text: words.score(finding.name, { score: score!, band, point: point! }), size: 22, quiet: false },
    { text: name, size: 16, quiet: false },
    quiet(words.scale(strings.methods[heat.method], scale)),
    quiet(hottest < floor ? strings.report.film.heatCold : ''),
    quiet(grid && !isOcclusion ? strings.window.gridNote(heat.rows, heat.columns) : ''),
    quiet(isOcclusion ? words.occlusion(OCCLUSION_RUNS) : ''),
    { text: [share, flag].filter((text) => text !== '').join(' '), size: 16, quiet: false },
    quiet(words.model(model.id, model.version, shortHash(model.sha256))),
    quiet(strings.caveatMap),
    { text: strings.notice, size: 16, quiet: false },
  ]
  return lines.filter(({ text }) => text !== '')
}

function quiet(text: string): CaptionLine {
  return { text, size: 16, quiet: true }
}
