import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import { findPack, findPacks, type Pack } from './pack.ts'

const defaultSchema = z.strictObject({ model: z.string() })

/** The pack with this id; without an id the folder's default, or else the first. */
export async function choosePack(folders: readonly string[], id?: string): Promise<Pack> {
  const wanted = id ?? (await defaultId(folders))
  const chosen = wanted === undefined ? null : await findPack(folders, wanted)
  if (chosen !== null && !(chosen instanceof HilumError)) return chosen
  const { packs, problems } = await findPacks(folders)
  const [first] = packs
  if (first && id === undefined) return first
  const fault = id === undefined ? problems[0] : chosen
  if (fault) throw fault
  const known = packs.map(({ card }) => card.id).join(', ') || 'none'
  throw new HilumError('PACK_NOT_FOUND', `There is no model “${wanted ?? ''}” here. Installed: ${known}.`)
}

async function defaultId(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const file = join(folder, 'default.json')
    try {
      return defaultSchema.parse(JSON.parse(await readFile(file, 'utf8'))).model
    } catch (cause) {
      // What is no folder at all is told when it is searched.
      if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(cause))) continue
      throw new HilumError(
        'PACK_CARD_INVALID',
        `${file} does not name a model. Write the id of one into it, as {"model": "hilum"}, or remove it.`,
        { cause },
      )
    }
  }
  return undefined
}
