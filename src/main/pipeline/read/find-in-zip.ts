import { basename } from 'node:path'

import { byCodePoint } from './code-point-order.ts'
import {
  claimsToBeFilm,
  HEAD_BYTES,
  isAppleDouble,
  isDicomdirName,
  isFilmByContent,
} from './film-candidate.ts'
import { film, passedOver, problem, type Found } from './found.ts'
import { meet, type Search } from './search.ts'
import { zipPath, type ZipAddress } from './zip-address.ts'
import { notInArchive, withZip, zipEntryBytes, type ZipArchive } from './zip-archive.ts'

/** The films of an archive, or of one folder in it, in code point order. Archives inside the archive stay shut. */
export async function* findInZip(address: ZipAddress, search: Search): AsyncGenerator<Found, void> {
  try {
    for (const name of await namesBelow(address)) {
      if (!meet(search, zipPath({ ...address, entry: name }))) continue
      yield await withZip(address.archive, (archive) => judge(archive, name))
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
    const head = await zipEntryBytes(archive, entry, HEAD_BYTES)
    return isFilmByContent(head) ? film(address) : passedOver(address)
  } catch (error) {
    return problem(address, error)
  }
}
