// Every way in which Hilum can fail, by step. The code is for programs and tests, the sentence for people:
// it says what happened, to which file, and what to do. Branch on the code, never on the text.

export const ERROR_CODES = [
  'USAGE',
  'READ_NOT_FOUND',
  'READ_DENIED',
  'READ_EMPTY_FILE',
  'READ_NO_FILMS',
  'READ_TOO_LARGE',
  'READ_ARCHIVE_INSIDE',
  'READ_FAILED',
  'DECODE_NOT_AN_IMAGE',
  'DECODE_UNSUPPORTED',
  'DECODE_TRUNCATED',
  'DECODE_DAMAGED',
  'DECODE_TOO_LARGE',
  'DECODE_NO_SUCH_FRAME',
  'DECODE_NO_PIXELS',
  'PACK_NOT_FOUND',
  'PACK_CARD_INVALID',
  'PACK_SAME_ID',
  'PACK_MODEL_MISSING',
  'PACK_INCOMPLETE',
  'PACK_HASH_MISMATCH',
  'PACK_EXTERNAL_DATA',
  'PACK_MODEL_DAMAGED',
  'PACK_MODEL_UNFIT',
  'PROVIDER_FAILED',
  'PROVIDER_UNFIT',
  'INFER_FAILED',
  'EXPLAIN_NO_SUCH_LABEL',
  'EXPLAIN_NO_MAP',
  'ENGINE_DIED',
  'ENGINE_TIMEOUT',
  'WRITE_FAILED',
  'IPC_BAD_REQUEST',
  'IPC_UNTRUSTED_SENDER',
  'FILM_UNKNOWN',
  'FILM_EXCHANGED',
  'CANCELLED',
  'INTERNAL',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export class HilumError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'HilumError'
    this.code = code
  }
}

/** How a failure crosses a process boundary, where classes do not survive. */
export interface Failure {
  readonly ok: false
  readonly code: ErrorCode
  readonly message: string
}

export function toFailure(error: unknown): Failure {
  if (error instanceof HilumError) return { ok: false, code: error.code, message: error.message }
  const what = error instanceof Error ? error.message : String(error)
  return { ok: false, code: 'INTERNAL', message: `Hilum met a fault of its own (${what}). Please report it.` }
}

export function fromFailure(failure: Failure): HilumError {
  return new HilumError(failure.code, failure.message)
}

/** The `code` of Node's own system errors ('ENOENT', 'EACCES', …), or '' for anything else. */
export function systemErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
