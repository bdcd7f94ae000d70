import type { ScoreFile, ScoreResult } from '../../shared/score-file.ts'
import { csvLine, inertPath, inertText } from './csv.ts'

/** One row a frame, the same facts as the JSON; `labels` are the model's, in the order of its card. */
export function scoreCsv(scores: ScoreFile, labels: readonly string[]): string {
  const header = csvLine([
    ...['file', 'frame', 'status', 'code', 'message', 'label', 'band'],
    ...labels.map((label) => `probability_${label}`),
    ...labels.map((label) => `inside_lungs_${label}`),
    ...['model', 'model_version', 'model_sha256', 'provider', 'sha256', 'warnings'],
  ])
  return header + scores.results.map((result) => csvLine(cells(scores, result, labels))).join('')
}

function cells({ model }: ScoreFile, result: ScoreResult, labels: readonly string[]): string[] {
  const { file, frame, status, code, message, label, band, probabilities, insideLungs, sha256, warnings } =
    result
  return [
    inertPath(file),
    String(frame),
    status,
    code ?? '',
    inertText(message ?? ''),
    inertText(label ?? ''),
    band ?? '',
    ...labels.map((id) => String(probabilities[id] ?? '')),
    ...labels.map((id) => String(insideLungs[id] ?? '')),
    model.id,
    model.version,
    model.sha256,
    result.provider ?? '',
    sha256 ?? '',
    inertText(warnings.map((warning) => `${warning.code}: ${warning.message}`).join(' | ')),
  ]
}
