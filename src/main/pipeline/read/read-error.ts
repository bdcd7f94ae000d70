import { basename } from 'node:path'

import { HilumError } from '../../../shared/errors.ts'

/** A film of 200 megapixels at 16 bits has 400 MB; multi-frame files have more. */
export const MAX_FILE_BYTES = 2 ** 30

/** What stands for the bytes of a name that are no letter of UTF-8, as old archives leave them on a disk. */
const UNREADABLE = '\uFFFD'

/** A failure of the file system as a sentence; `reason` is the system's own code. */
export function readError(path: string, reason: string, cause?: unknown): HilumError {
  const name = basename(path)
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new HilumError(
        'READ_NOT_FOUND',
        name.includes(UNREADABLE)
          ? `${name} has a name that is not UTF-8, and cannot be asked for by it; rename the file.`
          : `${name} is not there; check the path, or the drive it is on.`,
        { cause },
      )
    case 'EACCES':
    case 'EPERM':
      return new HilumError(
        'READ_DENIED',
        `${name} may not be read by you; ask its owner for permission to read it.`,
        {
          cause,
        },
      )
    default:
      return new HilumError(
        'READ_FAILED',
        `${name} could not be read (${reason === '' ? String(cause) : reason}); check the drive it is on and try again.`,
        { cause },
      )
  }
}

export function tooLarge(name: string, size: number): HilumError {
  return new HilumError(
    'READ_TOO_LARGE',
    `${name} has ${size.toLocaleString('en')} bytes; Hilum reads files of up to ${MAX_FILE_BYTES.toLocaleString('en')}.`,
  )
}

export function notAFile(name: string, isFolder: boolean): HilumError {
  return new HilumError(
    'READ_FAILED',
    isFolder
      ? `“${name}” is a folder, not a film; open the folder instead.`
      : `${name} is no plain file but a device, a pipe or a socket; copy its content to a file first.`,
  )
}
