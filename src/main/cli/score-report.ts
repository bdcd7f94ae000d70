import { basename } from 'node:path'
import { HilumError } from '../../shared/errors.ts'
import type { Engine } from '../engine/client.ts'
import { reportFilm, reportRow } from '../export/report-film.ts'
import type { FrameOutcome } from '../export/score-result.ts'
import { appVersion, places } from '../places.ts'
import { composeReport } from '../report/compose.ts'
import { PICTURE_LONG_SIDE, type ReportFilm } from '../report/report-input.ts'
import type { Engines } from './engines.ts'
import type { ScoreRun } from './score-run.ts'
import { startProgress } from './progress.ts'
import { say } from './speak.ts'

const MOST_PAGES = 100

/** The PDF of a run: all films in its table, and a page of its own for each where they are not too many. */
export async function scoreReport(run: ScoreRun, { engines }: Engines): Promise<Uint8Array> {
  const shown = withPages(run.outcomes)
  const films = await filmPages(shown, engines)
  const { card } = run.pack
  const input = {
    appVersion: appVersion(),
    createdAt: new Date(run.scores.startedAt),
    model: card,
    provider: run.scores.provider,
    rows: run.outcomes.map(reportRow),
    films,
  }
  return composeReport(input, places.assets)
}

/** A failed film has nothing to show but its reason, which the table has. */
function withPages(outcomes: readonly FrameOutcome[]): readonly FrameOutcome[] {
  const readable = outcomes.filter(({ result }) => !('ok' in result))
  if (readable.length <= MOST_PAGES) return readable
  const called = readable.filter(isCalled)
  const shown = called.slice(0, MOST_PAGES)
  say(
    `The PDF has a page for ${shown.length} of ${called.length} films that are positive or indeterminate; ` +
      `all ${outcomes.length} are in its table.`,
  )
  return shown
}

function isCalled({ result }: FrameOutcome): boolean {
  return !('ok' in result) && result.status === 'scored' && result.band !== 'negative'
}

async function filmPages(
  outcomes: readonly FrameOutcome[],
  engines: readonly Engine[],
): Promise<ReportFilm[]> {
  const pages: ReportFilm[] = []
  const progress = startProgress('Drawing pages', outcomes.length)
  const remaining = outcomes.entries()
  const lane = async (engine: Engine) => {
    for (const [index, outcome] of remaining) {
      pages[index] = await filmPage(outcome, engine)
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

/** A film that was scored and has vanished since keeps its page, without the picture. */
async function filmPage(outcome: FrameOutcome, engine: Engine): Promise<ReportFilm> {
  const { file, frame } = outcome
  try {
    const source = { path: file, frame, longSide: PICTURE_LONG_SIDE }
    return reportFilm(outcome, await engine.call('picture', source, basename(file)))
  } catch (error) {
    if (error instanceof HilumError && error.code !== 'CANCELLED') return reportFilm(outcome, null)
    throw error
  }
}
