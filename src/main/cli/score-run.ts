import type { ScoreFile } from '../../shared/score-file.ts'
import { scoreFilms, type ScoreOutcome } from '../engine/score-films.ts'
import { fileHash } from '../export/file-hash.ts'
import { providersOf, scoreResult, type FrameOutcome } from '../export/score-result.ts'
import type { Pack } from '../packs/pack.ts'
import type { FilmSource, SearchProblem } from '../pipeline/read/found.ts'
import { appVersion } from '../places.ts'
import type { Engines } from './engines.ts'
import { filmsOf, type Find } from './find.ts'
import { startProgress } from './progress.ts'

export interface ScoreRun {
  readonly pack: Pack
  readonly scores: ScoreFile
  /** One for each row of `scores.results`, with all that is known of it. */
  readonly outcomes: readonly FrameOutcome[]
}

/** Whether the values of heat maps are kept, which only a report draws: of ten thousand films they are 40 MB. */
export type MapsKept = 'with maps' | 'without maps'

interface Wanted {
  readonly maps: MapsKept
  /** Whether each result has the SHA-256 of its file. */
  readonly hashed: boolean
}

const NOT_KEPT = new Float32Array(0)

/** Scores what was found; the results are in its order, and of a film in that of its frames. */
export async function scoreRun(
  finds: readonly Find[],
  pack: Pack,
  { engines, provider, ...wanted }: Engines & Wanted,
): Promise<ScoreRun> {
  const startedAt = new Date()
  const begun = performance.now()
  const done = await scoreAll(filmsOf(finds), engines, wanted)
  const outcomes = await inOrder(finds, done, wanted)
  const { id, version, sha256 } = pack.card
  const scores: ScoreFile = {
    schema: 'hilum/score@1',
    app: { version: appVersion() },
    model: { id, version, sha256 },
    provider: providersOf(outcomes, provider),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - begun),
    results: outcomes.map(scoreResult),
  }
  return { pack, scores, outcomes }
}

/** What came of each film, in the order of the list. */
async function scoreAll(
  films: readonly FilmSource[],
  engines: Engines['engines'],
  { maps, hashed }: Wanted,
): Promise<readonly ScoreOutcome[][]> {
  const done: ScoreOutcome[][] = films.map(() => [])
  if (films.length === 0) return done
  const progress = startProgress('Scoring films', films.length)
  try {
    const onOutcome = (outcome: ScoreOutcome) => {
      done[outcome.index]?.push(maps === 'with maps' ? outcome : withoutMaps(outcome))
      if (outcome.frame === 0) progress.advance()
    }
    await scoreFilms(films, engines, { hashed, onOutcome })
  } finally {
    progress.end()
  }
  return done
}

/** How much of each map lies within the lungs is told in every table. */
function withoutMaps({ result, ...where }: ScoreOutcome): ScoreOutcome {
  if ('ok' in result || result.status !== 'scored') return { ...where, result }
  return { ...where, result: { ...result, maps: result.maps.map((map) => ({ ...map, values: NOT_KEPT })) } }
}

async function inOrder(
  finds: readonly Find[],
  done: readonly (readonly ScoreOutcome[])[],
  { hashed }: Wanted,
): Promise<FrameOutcome[]> {
  const outcomes: FrameOutcome[] = []
  const films = done.values()
  for (const found of finds) {
    if (found.kind === 'problem') outcomes.push(missing(found.problem))
    else
      for (const frame of films.next().value ?? [])
        outcomes.push(await frameOutcome(found.film, frame, hashed))
  }
  return outcomes
}

async function frameOutcome(
  { path }: FilmSource,
  { frame, result }: ScoreOutcome,
  hashed: boolean,
): Promise<FrameOutcome> {
  return { file: path, frame, result, sha256: hashed && 'ok' in result ? await fileHash(path) : null }
}

function missing({ path, code, message }: SearchProblem): FrameOutcome {
  return { file: path, frame: 0, result: { ok: false, code, message }, sha256: null }
}
