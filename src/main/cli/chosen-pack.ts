import { delimiter } from 'node:path'
import { choosePack } from '../packs/choose-pack.ts'
import type { Pack } from '../packs/pack.ts'
import { places } from '../places.ts'

/** Folders of packs: those that the environment names win over the installed ones. */
export function modelFolders(): string[] {
  const named = process.env['HILUM_MODELS'] ?? ''
  return [...named.split(delimiter).filter((folder) => folder !== ''), places.models]
}

export function chosenPack(id: string | undefined): Promise<Pack> {
  return choosePack(modelFolders(), id)
}
