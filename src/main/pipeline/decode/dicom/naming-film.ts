import { HilumError } from '../../../../shared/errors.ts'

/** Codecs know no film: what they say of a codestream is put behind the film's name here. */
export async function namingFilm<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof HilumError) {
      throw new HilumError(cause.code, `${name} cannot be shown: ${cause.message.replace(/\.$/, '')}.`, {
        cause,
      })
    }
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new HilumError(
      'DECODE_DAMAGED',
      `The compressed picture of ${name} is damaged (${what}); copy it again from its source.`,
      { cause },
    )
  }
}
