// What the report is given of a film, for the command line and the window alike.

import { basename } from 'node:path'
import type { Analysis, HeatMap } from '../../shared/analysis.ts'
import type { Window } from '../../shared/greyscale/grey-transform.ts'
import { mapOf, methodsOf } from '../../shared/heat-maps.ts'
import { markText } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import type { Measured } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'
import { strings } from '../../shared/strings.en.ts'
import type { FilmFacts } from '../pipeline/film-facts.ts'
import type { Picture } from '../pipeline/picture.ts'
import type { ReportFilm, ReportMark, ReportRow } from '../report/report-input.ts'
import type { FrameOutcome } from './score-result.ts'

/** A row of the report's table. The report names files, never folders. */
export function reportRow({ file, frame, result, sha256 }: FrameOutcome): ReportRow {
  const name = basename(file)
  if ('ok' in result) {
    const { code, message } = result
    return { name, frame, status: 'failed', code, message, sha256, warnings: [] }
  }
  const about = { name, frame, sha256: result.film.sha256, warnings: result.warnings }
  if (result.status === 'scored') {
    const { findings, label, band } = result
    return { ...about, status: 'scored', findings, label, band }
  }
  const code = result.reasons[0]?.code ?? ''
  const message = result.reasons.map((reason) => reason.message).join(' ')
  return { ...about, status: 'refused', code, message }
}

/** A page of the report; the picture is null where the film could not be decoded. */
export function reportFilm(
  outcome: FrameOutcome,
  picture: (Picture & { readonly facts: FilmFacts }) | null,
  marks: readonly Measured[] = [],
): ReportFilm {
  const row = reportRow(outcome)
  const maps = 'maps' in outcome.result ? outcome.result.maps : []
  const methods = methodsOf(maps)
  if (picture === null)
    return { row, picture: null, heat: null, methods, window: '', marks: [], scale: '', facts: [] }
  const { rows, columns, grey, scale, facts } = picture
  const [height, width] = facts.pixelAspectRatio
  return {
    row,
    picture: { rows, columns, grey, pixelAspect: height / width },
    heat: 'ok' in outcome.result ? null : heatOf(outcome.result, scale),
    methods,
    window: windowInWords(facts.window),
    marks: marks.map((mark) => markOnPicture(mark, picture)),
    scale: marks.length === 0 ? '' : strings.window.basisNotes[scaleOf(facts).basis],
    facts: factsInWords(facts),
  }
}

/** The map of the finding that is called, laid on the picture instead of the film; without a call there is nothing to explain. */
function heatOf(analysis: Analysis, scale: number): HeatMap | null {
  if (analysis.status !== 'scored') return null
  const [called] = analysis.findings
    .filter(({ finding, band }) => finding && band !== 'negative')
    .toSorted((a, b) => b.probability - a.probability)
  const map = called && mapOf(analysis.maps, called.label)
  return map === undefined ? null : heatOnPicture(map, scale)
}

/** `scale` is the film's pixels for one of the picture. */
export function heatOnPicture(map: HeatMap, scale: number): HeatMap {
  const { originX, originY, cellWidth, cellHeight } = map.placement
  const placement = {
    originX: originX / scale,
    originY: originY / scale,
    cellWidth: cellWidth / scale,
    cellHeight: cellHeight / scale,
  }
  return { ...map, placement }
}

function markOnPicture(mark: Measured, { facts, scale }: { facts: FilmFacts; scale: number }): ReportMark {
  const placed = ({ x, y }: Point): Point => ({ x: x / scale, y: y / scale })
  return {
    lines: mark.lines.map(({ from, to }) => ({ from: placed(from), to: placed(to) })),
    text: markText(mark, scaleOf(facts)),
  }
}

function windowInWords({ centre, width, name }: Window): string {
  return strings.exports.window(rounded(centre), rounded(width), name)
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(5)))
}

function factsInWords({ rows, columns, bitsStored, modality, viewPosition }: FilmFacts): [string, string][] {
  const words = strings.exports.facts
  const facts: [string, string][] = [
    [words.size, strings.window.size(columns, rows, bitsStored)],
    [words.modality, modality],
    [words.view, viewPosition],
  ]
  return facts.filter(([, value]) => value !== '')
}
