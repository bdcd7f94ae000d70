import type { ErrorCode } from '../../shared/errors.ts'

export const EXIT = {
  /** All is written; a refused film is a result. */
  done: 0,
  /** Anything else: no model, an output that can't be written, a fault of Hilum's own. */
  failed: 1,
  /** The command line itself: fix what was typed. */
  usage: 2,
  /** Some files, or all, could not be read; the rest is written. */
  someFailed: 3,
} as const

/** What a name on the command line stands for is not there: typing it again won't help either. */
const TYPED_WRONG: readonly ErrorCode[] = ['USAGE', 'PACK_NOT_FOUND', 'EXPLAIN_NO_SUCH_LABEL']

export function exitCodeFor(code: ErrorCode): number {
  return TYPED_WRONG.includes(code) ? EXIT.usage : EXIT.failed
}
