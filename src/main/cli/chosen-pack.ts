import { delimiter, join } from 'node:path'
import { choosePack } from '../packs/choose-pack.ts'
import type { Pack } from '../packs/pack.ts'
import { places } from '../places.ts'
import { dataFolder } from './data-folder.ts'

/** Folders of packs: those that the environment names win over the reader's own, and these over the installed ones. */
export function modelFolders(): string[] {
  const named = process.env['HILUM_MODELS'] ?? ''
  const own = join(dataFolder(), 'models')
  return [...named.split(delimiter).filter((folder) => folder !== ''), own, places.models]
}

export function chosenPack(id: string | undefined): Promise<Pack> {
  return choosePack(modelFolders(), id)
}
