import { basename } from 'node:path'

import { HilumError } from '../../../shared/errors.ts'
import { byCodePoint } from './code-point-order.ts'
import { claimsToBeFilm, isAppleDouble, isDicomdirName, isFilmByContent } from './film-candidate.ts'
import { isZip, mayBeArchive } from './film-candidate.ts'
import { film, passedOver, problem, type Found } from './found.ts'
import { meet, type Search } from './search.ts'
import { zipPath, type ZipAddress } from './zip-address.ts'
import { withZip, type ZipArchive } from './zip-archive.ts'
import { notInArchive, zipEntryHead } from './zip-entry.ts'

/** Entries that are looked into at the same time. */
const AT_ONCE = 64

/** The films of an archive, or of one folder in it, in code point order. Archives in it stay shut, and are named. */
export async function* findInZip(address: ZipAddress, search: Search): AsyncGenerator<Found, void> {
  try {
    const names = (await namesBelow(address)).filter((name) =>
      meet(search, zipPath({ ...address, entry: name })),
    )
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const some = names.slice(from, from + AT_ONCE)
      yield* await withZip(address.archive, (archive) =>
        Promise.all(some.map((name) => judge(archive, name))),
      )
    }
  } catch (error) {
    yield problem(zipPath(address), error)
  }
}

async function namesBelow({ archive, entry }: ZipAddress): Promise<string[]> {
  const names = await withZip(archive, async ({ entries }) => [...entries.keys()])
  if (entry === '') return names.sort(byCodePoint)
  const below = names.filter((name) => name.startsWith(`${entry}/`))
  if (below.length === 0) throw notInArchive(archive, entry)
  return below.sort(byCodePoint)
}

async function judge(archive: ZipArchive, entry: string): Promise<Found> {
  const address = zipPath({ archive: archive.path, entry })
  const name = basename(entry)
  // Everything that a DICOMDIR in the archive indexes is in the archive, and found by itself.
  if (isAppleDouble(name) || isDicomdirName(name)) return passedOver(address)
  if (claimsToBeFilm(name)) return film(address)
  try {
    const head = await zipEntryHead(archive, entry)
    if (isZip(head) && mayBeArchive(name)) return problem(address, archiveInside(archive, entry))
    return isFilmByContent(head) ? film(address) : passedOver(address)
  } catch (error) {
    return problem(address, error)
  }
}

function archiveInside({ path }: ZipArchive, entry: string): HilumError {
  return new HilumError(
    'READ_ARCHIVE_INSIDE',
    `${basename(entry)} is an archive inside ${basename(path)}, and was not opened; unpack ${basename(path)} and open the folder.`,
  )
}
