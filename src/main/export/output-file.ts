// A file that is written beside its place and moved there when it is whole, so that nobody ever reads half of one, and
// a run that is interrupted, or a disk that is full, leaves the former file as it was.

import { unlinkSync } from 'node:fs'
import { access, constants, open, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'

export interface Output {
  write(data: string | Uint8Array): Promise<void>
  /** Overwrites bytes from the beginning on, as a header that is known only at the end. */
  writeAtStart(data: Uint8Array): Promise<void>
  /** Puts what was written in its place. */
  commit(): Promise<void>
  /** Forgets what was written; after a commit it does nothing. */
  discard(): Promise<void>
}

/** Opens a file before the work that fills it, so that a folder that isn't there is told of at once. */
export async function openOutputFile(path: string): Promise<Output> {
  try {
    const place = await existing(path)
    return place.special ? await openInPlace(place.path, path) : await openBeside(place, path)
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

interface Place {
  readonly path: string
  /** A device or a pipe, which must not be replaced by a file. */
  readonly special: boolean
  readonly mode: number | undefined
}

async function existing(path: string): Promise<Place> {
  try {
    // A link stays one: what it points at is replaced.
    const real = await realpath(path)
    const status = await stat(real)
    if (status.isDirectory())
      throw new HilumError('WRITE_FAILED', `${basename(real)} is a folder; name a file in it.`)
    await access(real, constants.W_OK)
    return { path: real, special: !status.isFile(), mode: status.mode & 0o777 }
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return { path: resolve(path), special: false, mode: undefined }
    throw error
  }
}

async function openInPlace(place: string, asked: string): Promise<Output> {
  const file = await open(place, 'w')
  return { ...writers(file, asked), commit: () => file.close(), discard: () => file.close() }
}

let opened = 0
const unfinished = new Set<string>()
process.on('exit', () => {
  for (const path of unfinished) unlinkSync(path)
})

async function openBeside(place: Place, asked: string): Promise<Output> {
  const beside = join(dirname(place.path), `.hilum-${process.pid}-${++opened}.part`)
  const file = await open(beside, 'wx', place.mode)
  unfinished.add(beside)
  return {
    ...writers(file, asked),
    commit: async () => {
      await file.close()
      await rename(beside, place.path).catch((error: unknown) => {
        throw cannotWrite(asked, error)
      })
      unfinished.delete(beside)
    },
    discard: async () => {
      if (!unfinished.delete(beside)) return
      await file.close()
      await unlink(beside)
    },
  }
}

function writers(file: FileHandle, asked: string): Pick<Output, 'write' | 'writeAtStart'> {
  const refuse = (error: unknown) => {
    throw cannotWrite(asked, error)
  }
  return {
    write: (data) => file.writeFile(data).catch(refuse),
    writeAtStart: async (data) => {
      await file.write(data, 0, data.length, 0).catch(refuse)
    },
  }
}

function cannotWrite(path: string, error: unknown): HilumError {
  if (error instanceof HilumError) return error
  const name = basename(path)
  const folder = dirname(resolve(path))
  const why: Readonly<Record<string, string>> = {
    ENOENT: `the folder ${folder} is not there; make it, or choose another`,
    ENOTDIR: `${folder} is no folder; choose another`,
    EACCES: `you may not write there; choose another folder`,
    EPERM: `you may not write there; choose another folder`,
    EROFS: `that disk can’t be written to; choose another folder`,
    ENOSPC: `the disk is full; make room, or choose another`,
    ENAMETOOLONG: `its name is too long; choose a shorter one`,
  }
  const code = systemErrorCode(error)
  if (code === '') throw error
  return new HilumError('WRITE_FAILED', `${name} can’t be written: ${why[code] ?? code}.`, { cause: error })
}
