import { strings } from '../../shared/strings.en.ts'
import { BAND_SHAPE } from './page-design.ts'
import type { ScoredRow } from './report-input.ts'

/** The call on a film: its band, and where that is positive the findings that made it so. */
export function callWords({ band, findings }: ScoredRow): string {
  const call = `${BAND_SHAPE[band]} ${strings.bands[band]}`
  const called = findings.filter((one) => one.finding && one.band === 'positive').map(({ name }) => name)
  return called.length === 0 ? call : `${call}: ${called.join(', ')}`
}
