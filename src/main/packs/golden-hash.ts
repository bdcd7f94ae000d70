// Which golden films a pack brings. It needs no schema of theirs, which takes a process time to make.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The SHA-256 of golden.json; undefined where there is none that can be read. */
export async function goldenHash(folder: string): Promise<string | undefined> {
  const bytes = await readFile(join(folder, 'golden.json')).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}
