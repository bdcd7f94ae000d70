import type { Analysis, MapMethod, Finding, HeatMap } from '../../shared/analysis.ts'
import { mapOf, methodsOf } from '../../shared/heat-maps.ts'
import { reachesOperatingPoint } from '../../shared/operating-point.ts'
import type { WindowEvent } from './window-event.ts'

export interface HeatMapChoice {
  readonly on: boolean
  /** The class the reader chose; null follows the finding that the analysis names first. */
  readonly label: string | null
  /** The method the reader chose; null follows the card. */
  readonly method: MapMethod | null
  /** Whether to draw maps of classes that are below their operating point. */
  readonly belowOperatingPoint: boolean
  /** 0 to 1, of the whole overlay. */
  readonly strength: number
  /** Whether the edges of the model's cells are drawn over the map. */
  readonly grid: boolean
}

export const firstHeatMapChoice: HeatMapChoice = {
  on: false,
  label: null,
  method: null,
  belowOperatingPoint: false,
  strength: 1,
  grid: false,
}

export function updateHeatMapChoice(choice: HeatMapChoice, event: WindowEvent): HeatMapChoice {
  switch (event.type) {
    case 'heat-map.toggled':
      return { ...choice, on: !choice.on }
    case 'heat-map.label-chosen':
      return { ...choice, label: event.label }
    case 'heat-map.method-chosen':
      return { ...choice, on: true, method: event.method }
    case 'heat-map.below-toggled':
      return { ...choice, belowOperatingPoint: !choice.belowOperatingPoint }
    case 'heat-map.strength-chosen':
      return { ...choice, strength: event.strength }
    // With the map off there would be nothing to see of it.
    case 'heat-map.grid-toggled':
      return { ...choice, on: true, grid: !(choice.on && choice.grid) }
    case 'model.chosen':
      return { ...choice, label: null }
    default:
      return choice
  }
}

export type HeatMapShown =
  | { readonly kind: 'none' }
  | { readonly kind: 'unexplained' }
  | { readonly kind: 'no-maps' }
  | { readonly kind: 'below'; readonly finding: Finding }
  | { readonly kind: 'drawn'; readonly map: HeatMap; readonly finding: Finding }

/** What of the analysis's maps is to be drawn, or why nothing is. */
export function heatMapShown(choice: HeatMapChoice, analysis: Analysis | null): HeatMapShown {
  if (analysis?.status !== 'scored') return { kind: 'none' }
  if (analysis.maps.length === 0) return { kind: 'unexplained' }
  if (!choice.on) return { kind: 'none' }
  const label = labelShown(choice, analysis)
  const map = mapOf(analysis.maps, label, methodShown(choice, analysis))
  const finding = analysis.findings.find((one) => one.label === label)
  if (!map || !finding) return { kind: 'no-maps' }
  if (!reachesOperatingPoint(finding) && !choice.belowOperatingPoint) return { kind: 'below', finding }
  return { kind: 'drawn', map, finding }
}

export function labelShown(choice: HeatMapChoice, analysis: Analysis & { status: 'scored' }): string {
  const { label } = choice
  return label !== null && analysis.findings.some((one) => one.label === label)
    ? label
    : firstFinding(analysis)
}

/** Unasked, no map is drawn for the class that means nothing was found: its colours would pass for something found. */
function firstFinding({ findings, label }: Analysis & { status: 'scored' }): string {
  const found = findings.filter(({ finding }) => finding)
  if (found.length === 0 || found.some((one) => one.label === label)) return label
  return found.reduce((best, next) => (next.probability > best.probability ? next : best)).label
}

/** The method chosen, or where this model has no such maps its card's own. */
export function methodShown(
  { method }: HeatMapChoice,
  { maps }: Analysis & { status: 'scored' },
): MapMethod | undefined {
  const methods = methodsOf(maps)
  return method !== null && methods.includes(method) ? method : methods[0]
}
