import { constants } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** Copies of a folder's films, in turn, until there are so many. */
export async function copyFilms(from: string, to: string, count: number): Promise<void> {
  await mkdir(to)
  const names = (await readdir(from)).toSorted()
  for (let i = 0; i < count; i++) {
    const name = names[i % names.length]!
    const copy = `${String(i).padStart(6, '0')}${extname(name)}`
    await copyFile(join(from, name), join(to, copy), constants.COPYFILE_FICLONE)
  }
}
