import type { Warning } from '../../../../shared/analysis.ts'

export function truncated(name: string): Warning {
  return {
    code: 'DECODE_TRUNCATED',
    message: `${name} ends before its picture does, or is damaged inside; what could be read is shown. Copy it again from its source.`,
  }
}
