import type { Failure } from '../../shared/errors.ts'
import type { ScoreFile } from '../../shared/score-file.ts'
import { scoreFilms, type ScoreOutcome, type ScoreTask } from '../engine/score-films.ts'
import { fileHash } from '../export/file-hash.ts'
import { scoreResult, type FrameOutcome } from '../export/score-result.ts'
import type { Pack } from '../packs/pack.ts'
import { appVersion } from '../places.ts'
import type { Engines } from './engines.ts'
import type { Problem } from './find-or-explain.ts'
import { startProgress } from './progress.ts'

export interface ScoreOrder {
  readonly films: readonly ScoreTask[]
  /** What could not even be looked for; it fails along with the films. */
  readonly problems: readonly Problem[]
  readonly pack: Pack
}

export interface ScoreRun {
  readonly pack: Pack
  readonly scores: ScoreFile
  /** One for each row of `scores.results`, with all that is known of it. */
  readonly outcomes: readonly FrameOutcome[]
}

/** Scores films; the results are in the order of the films and their frames, what was not found comes last. */
export async function scoreRun(
  { films, problems, pack }: ScoreOrder,
  { engines, provider }: Engines,
): Promise<ScoreRun> {
  const startedAt = new Date()
  const begun = performance.now()
  const done = await scoreAll(films, engines)
  const outcomes: FrameOutcome[] = []
  for (const outcome of done) outcomes.push(await frameOutcome(outcome, films))
  outcomes.push(...problems.map(missing))
  const { id, version, sha256 } = pack.card
  const scores: ScoreFile = {
    schema: 'hilum/score@1',
    app: { version: appVersion() },
    model: { id, version, sha256 },
    provider,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - begun),
    results: outcomes.map(scoreResult),
  }
  return { pack, scores, outcomes }
}

async function scoreAll(
  films: readonly ScoreTask[],
  engines: Engines['engines'],
): Promise<readonly ScoreOutcome[]> {
  const done: ScoreOutcome[] = []
  if (films.length === 0) return done
  const progress = startProgress('Scoring films', films.length)
  try {
    const onOutcome = (outcome: ScoreOutcome) => {
      done.push(outcome)
      if (outcome.frame === 0) progress.advance()
    }
    await scoreFilms(films, engines, { onOutcome })
  } finally {
    progress.end()
  }
  return done.sort((a, b) => a.index - b.index || a.frame - b.frame)
}

async function frameOutcome(
  { index, frame, result }: ScoreOutcome,
  films: readonly ScoreTask[],
): Promise<FrameOutcome> {
  const { path } = films[index]!
  return { file: path, frame, result, sha256: 'ok' in result ? await fileHash(path) : null }
}

function missing({ path, code, message }: Problem): FrameOutcome {
  const result: Failure = { ok: false, code, message }
  return { file: path, frame: 0, result, sha256: null }
}
