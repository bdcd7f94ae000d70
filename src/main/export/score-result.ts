import type { Analysis } from '../../shared/analysis.ts'
import type { Failure } from '../../shared/errors.ts'
import type { ScoreResult } from '../../shared/score-file.ts'

/** What came of one frame. */
export interface FrameOutcome {
  /** What the result calls the file: the path as found. */
  readonly file: string
  readonly frame: number
  readonly result: Analysis | Failure
  /** Of the file's bytes, for a failure; an analysis brings its own. Null where they could not be read. */
  readonly sha256: string | null
}

/** One row of hilum/score@1, which the table and the CSV are made from too. */
export function scoreResult({ file, frame, result, sha256 }: FrameOutcome): ScoreResult {
  if ('ok' in result) {
    const { code, message } = result
    return { file, frame, status: 'failed', code, message, ...NO_SCORE, sha256, warnings: [] }
  }
  const about = { sha256: result.film.sha256, warnings: result.warnings.map(({ ...warning }) => warning) }
  if (result.status === 'refused') {
    const message = result.reasons.map((reason) => reason.message).join(' ')
    const code = result.reasons[0]?.code ?? null
    return { file, frame, status: 'refused', code, message, ...NO_SCORE, ...about }
  }
  const probabilities = Object.fromEntries(
    result.findings.map(({ label, probability }) => [label, probability]),
  )
  const { label, band } = result
  return { file, frame, status: 'scored', code: null, message: null, probabilities, label, band, ...about }
}

/** What ran the model; more than one where a provider gave out on the way, and what was loaded where no film was scored. */
export function providersOf(outcomes: readonly FrameOutcome[], loaded: string): string {
  const ran = outcomes.flatMap(({ result }) =>
    !('ok' in result) && result.status === 'scored' ? [result.provider] : [],
  )
  return ran.length === 0 ? loaded : [...new Set(ran)].join(', ')
}

const NO_SCORE = { probabilities: {}, label: null, band: null } as const
