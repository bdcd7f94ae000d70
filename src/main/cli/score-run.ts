import type { ScoreFile, ScoreResult } from '../../shared/score-file.ts'
import { scoreFilms } from '../engine/score-films.ts'
import { computedOn, scoreResult, type FrameOutcome } from '../export/score-result.ts'
import type { Pack } from '../packs/pack.ts'
import type { FilmSource, SearchProblem } from '../pipeline/read/found.ts'
import { appVersion } from '../places.ts'
import type { Engines } from './engines.ts'
import { filmsOf, type Find } from './find.ts'
import { startProgress } from './progress.ts'

export interface ScoreRun {
  readonly pack: Pack
  readonly scores: ScoreFile
  /** One for each row of `scores.results`, with all that is known of it, where that was to be kept. */
  readonly outcomes: readonly FrameOutcome[]
}

interface Wanted {
  /** Only a report needs more than the rows: of ten thousand films all that is known takes 70 MB, the rows 30. */
  readonly kept: 'rows' | 'outcomes'
  /** Whether each result has the SHA-256 of its file. */
  readonly hashed: boolean
}

/** What is kept of a frame. */
interface Frame {
  readonly row: ScoreResult
  readonly outcome: readonly FrameOutcome[]
}

/** Scores what was found; the results are in its order, and of a film in that of its frames. */
export async function scoreRun(
  finds: readonly Find[],
  pack: Pack,
  { engines, provider, reason, ...wanted }: Engines & Wanted,
): Promise<ScoreRun> {
  const startedAt = new Date()
  const begun = performance.now()
  const done = await scoreAll(filmsOf(finds), engines, wanted)
  const frames = await inOrder(finds, done, wanted)
  const { id, version, sha256 } = pack.card
  const scores: ScoreFile = {
    schema: 'hilum/score@1',
    app: { version: appVersion() },
    model: { id, version, sha256 },
    ...computedOn(
      frames.flatMap(({ row }) => row.provider ?? []),
      { provider, reason },
    ),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - begun),
    results: frames.map(({ row }) => row),
  }
  return { pack, scores, outcomes: frames.flatMap(({ outcome }) => outcome) }
}

/** What came of each film, in the order of the list. */
async function scoreAll(
  films: readonly FilmSource[],
  engines: Engines['engines'],
  { kept, hashed }: Wanted,
): Promise<readonly Frame[][]> {
  const done: Frame[][] = films.map(() => [])
  if (films.length === 0) return done
  const progress = startProgress('Scoring films', films.length)
  try {
    await scoreFilms(films, engines, {
      hashed,
      onOutcome: ({ index, frame, result }) => {
        const { path } = films[index]!
        done[index]!.push(keep({ file: path, frame, result, sha256: null }, kept))
        if (frame === 0) progress.advance()
      },
    })
  } finally {
    progress.end()
  }
  return done
}

function keep(outcome: FrameOutcome, kept: Wanted['kept']): Frame {
  return {
    row: scoreResult(outcome),
    outcome: kept === 'outcomes' ? [outcome] : [],
  }
}

async function inOrder(
  finds: readonly Find[],
  done: readonly (readonly Frame[])[],
  { kept, hashed }: Wanted,
): Promise<Frame[]> {
  const frames: Frame[] = []
  const films = done.values()
  for (const found of finds) {
    if (found.kind === 'problem') frames.push(keep(missing(found.problem), kept))
    else for (const frame of films.next().value ?? []) frames.push(hashed ? await withHash(frame) : frame)
  }
  return frames
}

/** A failure is told without the hash of its file; an analysis brings its own. */
async function withHash(frame: Frame): Promise<Frame> {
  if (frame.row.status !== 'failed') return frame
  const { fileHash } = await import('../export/file-hash.ts')
  const sha256 = await fileHash(frame.row.file)
  return {
    ...frame,
    row: { ...frame.row, sha256 },
    outcome: frame.outcome.map((outcome) => ({ ...outcome, sha256 })),
  }
}

function missing({ path, code, message }: SearchProblem): FrameOutcome {
  return { file: path, frame: 0, result: { ok: false, code, message }, sha256: null }
}
