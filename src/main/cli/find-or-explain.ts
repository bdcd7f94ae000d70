import { basename, resolve } from 'node:path'
import type { ErrorCode } from '../../shared/errors.ts'
import type { ScoreTask } from '../engine/score-films.ts'
import { findFilms } from '../pipeline/read/find-films.ts'

/** A path that gives no film, and why. */
export interface Problem {
  readonly path: string
  readonly code: ErrorCode
  readonly message: string
}

/** The films under some paths. Where there are none, that is a problem too, so that no silence is taken for health. */
export async function findOrExplain(
  paths: readonly string[],
  { recursive }: { recursive: boolean },
): Promise<{ films: readonly ScoreTask[]; problems: readonly Problem[] }> {
  const { films, problems } = await findFilms(paths, { recursive })
  if (films.length > 0 || problems.length > 0) return { films, problems }
  return { films, problems: paths.map((path) => noFilms(path)) }
}

function noFilms(path: string): Problem {
  const name = basename(resolve(path))
  return {
    path,
    code: 'READ_NO_FILMS',
    message: `${name} holds no film that Hilum reads; name a folder with DICOM, PNG, JPEG or TIFF files.`,
  }
}
