// What the report is given of a film, for the command line and the window alike.

import type { Analysis, HeatMap } from '../../shared/analysis.ts'
import { HilumError } from '../../shared/errors.ts'
import type { Window } from '../../shared/greyscale/grey-transform.ts'
import { methodsOf } from '../../shared/heat-maps.ts'
import { markText } from '../../shared/measuring/mark-words.ts'
import { scaleOf } from '../../shared/measuring/measure.ts'
import type { Measured } from '../../shared/measuring/measured.ts'
import { pixelAspect } from '../../shared/measuring/pixel-shape.ts'
import type { Point } from '../../shared/point.ts'
import { strings } from '../../shared/strings.en.ts'
import type { FilmFacts } from '../pipeline/film-facts.ts'
import type { Picture } from '../pipeline/picture.ts'
import type { ReportFilm, ReportMark, ReportRow } from '../report/report-input.ts'
import { explainedMap } from './explained-map.ts'
import type { FrameOutcome } from './score-result.ts'

/** A row of the report's table. The report calls films as the reader's list does. */
export function reportRow({ frame, result, sha256 }: FrameOutcome, name: string): ReportRow {
  if ('ok' in result) {
    const { code, message } = result
    return { name, frame, status: 'failed', code, message, sha256, warnings: [] }
  }
  const about = { name, frame, sha256: result.film.sha256, warnings: result.warnings }
  if (result.status === 'scored') {
    const { findings, label, band, provider } = result
    return { ...about, status: 'scored', findings, label, band, provider }
  }
  const code = result.reasons[0]?.code ?? ''
  const message = result.reasons.map((reason) => reason.message).join(' ')
  return { ...about, status: 'refused', code, message }
}

/** What the reader has made of a film. */
interface AsRead {
  readonly marks: readonly Measured[]
  /** Whether the picture is as he sees it. */
  readonly isOnScreen: boolean
}

const NOT_READ: AsRead = { marks: [], isOnScreen: false }

type DrawnPicture = Picture & { readonly facts: FilmFacts }

/** A frame of a film, and the row that tells of it. */
export type ReportedFrame = readonly [FrameOutcome, ReportRow]

/**
 * A page of the report, for which the film is drawn. One that failed has nothing to show but its reason; one that was
 * scored and has vanished since keeps its page, without the picture.
 */
export async function drawnPage(
  [outcome, row]: ReportedFrame,
  draw: () => Promise<DrawnPicture>,
  read: AsRead = NOT_READ,
): Promise<ReportFilm> {
  if ('ok' in outcome.result) return reportFilm(outcome, row, null)
  try {
    return reportFilm(outcome, row, await draw(), read)
  } catch (error) {
    if (error instanceof HilumError && error.code !== 'CANCELLED') return reportFilm(outcome, row, null)
    throw error
  }
}

/** The picture is null where the film could not be drawn. */
export function reportFilm(
  { result }: FrameOutcome,
  row: ReportRow,
  picture: DrawnPicture | null,
  { marks, isOnScreen }: AsRead = NOT_READ,
): ReportFilm {
  const maps = 'maps' in result ? result.maps : []
  const methods = methodsOf(maps)
  if (picture === null)
    return { row, picture: null, heat: null, methods, isOnScreen, greys: '', marks: [], scale: '', facts: [] }
  const { rows, columns, grey, facts } = picture
  return {
    row,
    picture: { rows, columns, grey, pixelAspect: pixelAspect(facts) },
    heat: 'ok' in result ? null : heatOf(result, picture),
    methods,
    isOnScreen,
    greys: greysInWords(facts),
    marks: marks.map((mark) => markOnPicture(mark, picture)),
    scale: marks.length === 0 ? '' : strings.window.basisNotes[scaleOf(facts).basis],
    facts: factsInWords(facts),
  }
}

/** Laid on the picture instead of the film. */
function heatOf(analysis: Analysis, picture: OnFilm): HeatMap | null {
  const map = analysis.status === 'scored' ? explainedMap(analysis) : undefined
  return map === undefined ? null : heatOnPicture(map, picture)
}

type OnFilm = Pick<Picture, 'scaleX' | 'scaleY'>

export function heatOnPicture(map: HeatMap, { scaleX, scaleY }: OnFilm): HeatMap {
  const { originX, originY, cellWidth, cellHeight } = map.placement
  const placement = {
    originX: originX / scaleX,
    originY: originY / scaleY,
    cellWidth: cellWidth / scaleX,
    cellHeight: cellHeight / scaleY,
  }
  return { ...map, placement }
}

function markOnPicture(mark: Measured, { facts, scaleX, scaleY }: OnFilm & { facts: FilmFacts }): ReportMark {
  const placed = ({ x, y }: Point): Point => ({ x: x / scaleX, y: y / scaleY })
  return {
    lines: mark.lines.map(({ from, to }) => ({ from: placed(from), to: placed(to) })),
    text: markText(mark, scaleOf(facts)),
  }
}

function greysInWords({ voi, turned }: FilmFacts): string {
  const words = voi.kind === 'window' ? windowInWords(voi.window) : strings.window.tableInUse(voi.name)
  return turned ? `${words}. ${strings.window.inverted}` : words
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
