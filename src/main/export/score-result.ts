import type { Analysis, ScoredAnalysis } from '../../shared/analysis.ts'
import type { Failure } from '../../shared/errors.ts'
import { methodsOf } from '../../shared/heat-maps.ts'
import { mayComeFromOutside } from '../../shared/inside-lungs-words.ts'
import type { ScoreFile, ScoreResult } from '../../shared/score-file.ts'
import { strings } from '../../shared/strings.en.ts'
import { explainedMap } from './explained-map.ts'

/** What came of one frame. */
export interface FrameOutcome {
  /** What the result calls the file: the path as found. */
  readonly file: string
  readonly frame: number
  readonly result: Analysis | Failure
  /** Of the file's bytes, for a failure; an analysis brings its own. Null where they could not be read, or it is not wanted. */
  readonly sha256: string | null
}

/** One row of hilum/score@1, which the table and the CSV are made from too. */
export function scoreResult({ file, frame, result, sha256 }: FrameOutcome): ScoreResult {
  if ('ok' in result) {
    const { code, message } = result
    return { file, frame, status: 'failed', code, message, ...NO_SCORE, sha256, warnings: [] }
  }
  const warnings = [...result.warnings, ...outsideWarning(result)].map(({ ...warning }) => warning)
  const about = { sha256: result.film.sha256, warnings }
  if (result.status === 'refused') {
    const message = result.reasons.map((reason) => reason.message).join(' ')
    const code = result.reasons[0]?.code ?? null
    return { file, frame, status: 'refused', code, message, ...NO_SCORE, ...about }
  }
  const probabilities = Object.fromEntries(
    result.findings.map(({ label, probability }) => [label, probability]),
  )
  const scores = { probabilities, insideLungs: insideLungs(result), label: result.label, band: result.band }
  const { provider } = result
  return { file, frame, status: 'scored', code: null, message: null, ...scores, provider, ...about }
}

/** Of the maps by the card's own method. */
function insideLungs({ maps, lungs }: ScoredAnalysis): ScoreResult['insideLungs'] {
  const [own] = methodsOf(maps)
  if (lungs === null) return {}
  return Object.fromEntries(
    maps.filter(({ method }) => method === own).map(({ label, insideLungs: share }) => [label, share]),
  )
}

/** As it stands beside the map wherever one is drawn. */
function outsideWarning(result: Analysis): Analysis['warnings'] {
  if (result.status === 'refused') return []
  const map = explainedMap(result)
  if (map === undefined || !mayComeFromOutside(map.insideLungs)) return []
  return [{ code: 'EXPLAIN_OUTSIDE_LUNGS', message: strings.outsideLungs }]
}

/** What ran the model on a frame; nothing where it has no score. */
export function providerOf({ result }: FrameOutcome): readonly string[] {
  return !('ok' in result) && result.status === 'scored' ? [result.provider] : []
}

/** What the model was loaded on, and why; both empty where it was not. */
export interface Loaded {
  readonly provider: string
  readonly reason: string
}

/**
 * More than one provider where one gave out on the way, and what was loaded where no film was scored. Why it was loaded
 * there is no reason for films that were scored elsewhere.
 */
export function computedOn(
  ran: readonly string[],
  { provider, reason }: Loaded,
): Pick<ScoreFile, 'provider' | 'providerReason'> {
  const providers = ran.length === 0 ? [provider] : [...new Set(ran)]
  const isTold = reason !== '' && provider !== '' && providers.includes(provider)
  return { provider: providers.join(', '), ...(isTold ? { providerReason: reason } : {}) }
}

const NO_SCORE = { probabilities: {}, insideLungs: {}, label: null, band: null } as const
