import type { ScoreFile } from '../../shared/score-file.ts'

/** hilum/score@1 as text; assets/schemas/score-1.json describes it to others. */
export function scoreJson(scores: ScoreFile): string {
  return `${JSON.stringify(scores, null, 2)}\n`
}
