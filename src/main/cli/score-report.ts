import { basename } from 'node:path'
import { filmLabels } from '../../shared/film-labels.ts'
import type { Engine } from '../engine/client.ts'
import { drawnPage, reportRow, type ReportedFrame } from '../export/report-film.ts'
import { isReadable, withEveryPage } from '../export/report-pages.ts'
import { appVersion, places } from '../places.ts'
import { composeReport } from '../report/compose.ts'
import { pageWords } from '../report/page-words.ts'
import { PICTURE_LONG_SIDE, type ReportFilm } from '../report/report-input.ts'
import type { Engines } from './engines.ts'
import type { ScoreRun } from './score-run.ts'
import { startProgress } from './progress.ts'
import { say } from './speak.ts'

/** The PDF of a run: all films in its table, and a page of its own for each where they are not too many. */
export async function scoreReport(run: ScoreRun, { engines }: Engines): Promise<Uint8Array> {
  const labels = filmLabels(run.outcomes.map(({ file }) => ({ path: file, name: basename(file) })))
  const rows = new Map(
    run.outcomes.map((outcome) => [outcome, reportRow(outcome, labels.get(outcome.file)!)]),
  )
  const shown = withEveryPage(run.outcomes)
  const films = await filmPages(
    shown.map((outcome) => [outcome, rows.get(outcome)!]),
    engines,
  )
  const { card } = run.pack
  const { startedAt, provider, providerReason } = run.scores
  const input = {
    appVersion: appVersion(),
    createdAt: new Date(startedAt),
    model: card,
    provider,
    ...(providerReason === undefined ? {} : { providerReason }),
    rows: [...rows.values()],
    unread: 0,
    films,
  }
  if (run.outcomes.filter(isReadable).length > films.length) say(`PDF: ${pageWords(input)}`)
  return composeReport(input, places.assets)
}

async function filmPages(
  frames: readonly ReportedFrame[],
  engines: readonly Engine[],
): Promise<ReportFilm[]> {
  const pages: ReportFilm[] = []
  const progress = startProgress('Drawing pages', frames.length)
  const remaining = frames.entries()
  const lane = async (engine: Engine) => {
    for (const [index, frame] of remaining) {
      pages[index] = await filmPage(frame, engine)
      progress.advance()
    }
  }
  try {
    await Promise.all(engines.map(lane))
  } finally {
    progress.end()
  }
  return pages
}

function filmPage(reported: ReportedFrame, engine: Engine): Promise<ReportFilm> {
  const [{ file, frame }] = reported
  const source = { path: file, frame, longSide: PICTURE_LONG_SIDE }
  return drawnPage(reported, () => engine.call('picture', source, basename(file)))
}
