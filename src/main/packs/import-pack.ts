// Brings a pack into the reader's own folder of models: checked where it lies, copied beside the folder, and put in
// place by a rename, so that a copy that breaks off leaves nothing behind that looks like a model.

import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Card } from '../../shared/card.ts'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import { readGolden } from './golden.ts'
import { findPacks, readPack, type Pack } from './pack.ts'
import { readModel } from './read-model.ts'

const NEEDED = ['card.json', 'model.onnx'] as const
/** The golden films: without them nothing but the CPU is trusted with the model. */
const WELCOME = ['golden.json'] as const

export interface ImportRules {
  /** The reader's folder of models. */
  readonly into: string
  /** Rejects where the model can't be loaded; it runs where a crash of the runtime does no harm. */
  readonly load: (pack: Pack) => Promise<void>
  /** Asked where a model of this id is there already. */
  readonly mayReplace: (card: Card) => Promise<boolean>
  /** Where else models lie. */
  readonly others: readonly string[]
}

/** The pack in its new place; undefined where another of its id was to be kept. */
export async function importPack(folder: string, rules: ImportRules): Promise<Pack | undefined> {
  const files = await filesOf(folder)
  const pack = await readPack(folder)
  const { card } = pack
  await readGolden(folder)
  await rules.load(pack)
  const { own, known } = await present(card.id, rules)
  if (known && !(await rules.mayReplace(card))) return undefined
  return copyInto(own ?? freePlace(rules.into, card.id), folder, files)
}

/** Another model may lie in a folder of this name, and the reader was not asked about that one. */
function freePlace(into: string, id: string): string {
  let place = join(into, id)
  for (let count = 2; existsSync(place); count++) place = join(into, `${id}-${count}`)
  return place
}

async function filesOf(folder: string): Promise<string[]> {
  const names = new Set(await listed(folder))
  const missing = NEEDED.filter((name) => !names.has(name))
  if (missing.length > 0) {
    throw new HilumError(
      'PACK_INCOMPLETE',
      `The folder “${basename(folder)}” is no model: it has no ${missing.join(' and no ')}. Choose the folder that ` +
        `holds both ${NEEDED.join(' and ')}.`,
    )
  }
  return [...NEEDED, ...WELCOME.filter((name) => names.has(name))]
}

async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    const code = systemErrorCode(cause)
    if (code === '') throw cause
    throw new HilumError('PACK_INCOMPLETE', `The folder “${basename(folder)}” can’t be read (${code}).`, {
      cause,
    })
  }
}

/** The folder that the reader's own model of this id lies in, and whether there is one of this id anywhere. */
async function present(
  id: string,
  { into, others }: ImportRules,
): Promise<{ own: string | undefined; known: boolean }> {
  const ofId = ({ card }: Pack) => card.id === id
  const own = (await findPacks([into])).packs.find(ofId)?.folder
  const known = own !== undefined || (await findPacks(others)).packs.some(ofId)
  return { own, known }
}

async function copyInto(target: string, from: string, files: readonly string[]): Promise<Pack> {
  const models = dirname(target)
  try {
    await mkdir(models, { recursive: true })
    // Beside the folder of models and not in it: there, an unfinished copy would be listed.
    const workplace = await mkdtemp(`${models}-import-`)
    try {
      const copy = join(workplace, 'new')
      await mkdir(copy)
      for (const file of files) await copyFile(join(from, file), join(copy, file))
      // What is installed is what was checked, whatever became of the original meanwhile.
      await readModel(await readPack(copy))
      await exchange(copy, target, join(workplace, 'old'))
    } finally {
      await rm(workplace, { recursive: true, force: true, maxRetries: 3 })
    }
  } catch (cause) {
    throw systemErrorCode(cause) === '' || cause instanceof HilumError ? cause : notWritten(target, cause)
  }
  return readPack(target)
}

/** Whatever lay at the target is back there if the copy can't take its place. */
async function exchange(copy: string, target: string, aside: string): Promise<void> {
  const was = await movedAway(target, aside)
  try {
    await rename(copy, target)
  } catch (error) {
    if (was) await rename(aside, target)
    throw error
  }
}

async function movedAway(target: string, aside: string): Promise<boolean> {
  try {
    await rename(target, aside)
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false
    throw error
  }
}

function notWritten(target: string, cause: unknown): HilumError {
  return new HilumError(
    'WRITE_FAILED',
    `The model “${basename(target)}” could not be copied to where models are kept (${systemErrorCode(cause)}). ` +
      'Nothing was changed; make room there and import it again.',
    { cause },
  )
}
