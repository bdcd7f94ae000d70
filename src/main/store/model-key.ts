import type { ModelIdentity } from '../../shared/analysis.ts'

/**
 * What results are kept under. Not the graph's hash alone: another card may go with the same graph, and call the same
 * scores otherwise.
 */
export function modelKey({ id, version, sha256 }: ModelIdentity): string {
  return `${id} ${version} ${sha256}`
}
