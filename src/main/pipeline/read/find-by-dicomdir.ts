import { realpath } from 'node:fs/promises'

import { film, passedOver, problem, type Found } from './found.ts'
import { readError } from './read-error.ts'
import { meet, type Search } from './search.ts'

/** Few folders have a directory, and whoever looks for films reads no other file whole. */
async function indexed(path: string) {
  const { indexedFiles } = await import('./dicomdir.ts')
  return await indexedFiles(path)
}

/** The pictures that a DICOMDIR indexes; the directory itself is no film. */
export async function* findByDicomdir(path: string, search: Search): AsyncGenerator<Found, void> {
  try {
    if (!meet(search, await realpath(path))) return
    const { images, others, missing } = await indexed(path)
    for (const image of images) if (meet(search, await realpath(image))) yield film(image)
    for (const other of others) if (meet(search, await realpath(other))) yield passedOver(other)
    for (const gone of missing) yield problem(gone, readError(gone, 'ENOENT'))
  } catch (error) {
    yield problem(path, error)
  }
}

/**
 * What a DICOMDIR adds where its folder is searched anyway: its pictures are met in their places, but the directory
 * knows which of its files are no pictures, and which should be there and are not.
 */
export async function* findAroundDicomdir(path: string, search: Search): AsyncGenerator<Found, void> {
  try {
    if (!meet(search, await realpath(path))) return
    yield passedOver(path)
    const { others, missing } = await indexed(path)
    for (const other of others) if (meet(search, await realpath(other))) yield passedOver(other)
    for (const gone of missing) yield problem(gone, readError(gone, 'ENOENT'))
  } catch (error) {
    yield problem(path, error)
  }
}
