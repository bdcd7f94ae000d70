// What the window knows of its films, as the files that the command line writes too.

import type { ParsedInput } from '../../shared/contract.ts'
import type { ScoreFile } from '../../shared/score-file.ts'
import type { FilmId } from '../../shared/units.ts'
import { fileHash } from '../export/file-hash.ts'
import { drawnPage, reportRow } from '../export/report-film.ts'
import { withPages } from '../export/report-pages.ts'
import { scoreCsv } from '../export/score-csv.ts'
import { scoreJson } from '../export/score-json.ts'
import {
  computedOn,
  providerOf,
  scoreResult,
  type FrameOutcome,
  type Loaded,
} from '../export/score-result.ts'
import type { Pack } from '../packs/pack.ts'
import type { Input, Output } from '../engine/protocol.ts'
import { places } from '../places.ts'
import { PICTURE_LONG_SIDE, type ReportFilm, type ReportRow } from '../report/report-input.ts'
import type { FilmStore } from '../store/films.ts'
import { modelKey } from '../store/model-key.ts'

export type ExportOrder = ParsedInput<'report.export'>

export interface Exported {
  readonly content: string | Uint8Array
  /** In the list. */
  readonly films: number
  /** Of these, the ones that were not scored yet, and of which no file tells. */
  readonly unread: number
}

export interface ExportSource {
  readonly films: FilmStore
  readonly pack: Pack
  /** What runs the model now. */
  readonly loaded: Loaded
  readonly version: string
  readonly picture: (
    id: FilmId,
    frame: number,
    looks: Pick<Input<'picture'>, 'longSide' | 'shade'>,
  ) => Promise<Output<'picture'>>
}

type StoredOutcome = FrameOutcome & { readonly id: FilmId }

export async function exported(source: ExportSource, order: ExportOrder): Promise<Exported> {
  const outcomes = await storedOutcomes(source)
  const films = source.films.all().length
  const unread = films - new Set(outcomes.map(({ id }) => id)).size
  return { content: await contentOf(source, { outcomes, unread }, order), films, unread }
}

interface Known {
  readonly outcomes: readonly StoredOutcome[]
  readonly unread: number
}

function contentOf(source: ExportSource, known: Known, order: ExportOrder): Promise<Uint8Array> | string {
  if (order.format === 'pdf') return report(source, known, order)
  const scores = scoreFile(source, known.outcomes)
  if (order.format === 'json') return scoreJson(scores)
  return scoreCsv(
    scores,
    source.pack.card.labels.map(({ id }) => id),
  )
}

async function storedOutcomes({ films, pack }: ExportSource): Promise<StoredOutcome[]> {
  const outcomes: StoredOutcome[] = []
  for (const { id, path } of films.all()) {
    for (const { frame, result } of films.results(modelKey(pack.card), id)) {
      const sha256 = 'ok' in result ? await fileHash(path) : null
      outcomes.push({ id, file: path, frame, result, sha256 })
    }
  }
  return outcomes
}

function scoreFile({ pack, loaded, version }: ExportSource, outcomes: readonly FrameOutcome[]): ScoreFile {
  const { id, version: modelVersion, sha256 } = pack.card
  return {
    schema: 'hilum/score@1',
    app: { version },
    model: { id, version: modelVersion, sha256 },
    ...computedOn(outcomes.flatMap(providerOf), loaded),
    // The films of the window were scored one by one as they were opened: the file has no run of its own.
    startedAt: new Date().toISOString(),
    durationMs: 0,
    results: outcomes.map(scoreResult),
  }
}

async function report(
  source: ExportSource,
  { outcomes, unread }: Known,
  order: ExportOrder,
): Promise<Uint8Array> {
  // The PDF library is loaded for those who export one.
  const { composeReport } = await import('../report/compose.ts')
  const { pack, loaded, version } = source
  const rows = new Map(
    outcomes.map((outcome) => [outcome, reportRow(outcome, source.films.label(outcome.id))]),
  )
  const asked = new Set([...order.shown, ...order.marks].map(({ id }) => id))
  const films: ReportFilm[] = []
  for (const outcome of withPages(outcomes, ({ id }) => asked.has(id))) {
    films.push(await filmPage(source, [outcome, rows.get(outcome)!], order))
  }
  return composeReport(
    {
      appVersion: version,
      createdAt: new Date(),
      model: pack.card,
      ...computedOn(outcomes.flatMap(providerOf), loaded),
      rows: [...rows.values()],
      unread,
      films,
    },
    places.assets,
  )
}

function filmPage(
  { picture }: ExportSource,
  [outcome, row]: readonly [StoredOutcome, ReportRow],
  order: ExportOrder,
): Promise<ReportFilm> {
  const { id, frame } = outcome
  const marks = order.marks.filter((mark) => mark.id === id && mark.frame === frame)
  const shade = order.shown.find((film) => film.id === id)?.shade ?? null
  const draw = () => picture(id, frame, { longSide: PICTURE_LONG_SIDE, shade })
  return drawnPage([outcome, row], draw, { marks, isOnScreen: shade !== null })
}
