// A pack is a folder with model.onnx and card.json.

import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod/mini'
import { cardSchema, type Card } from '../../shared/card.ts'
import { lungsCardSchema, type LungsCard } from '../../shared/lungs-card.ts'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'

export interface Pack {
  readonly folder: string
  readonly card: Card
}

export interface LungsPack {
  readonly folder: string
  readonly card: LungsCard
}

/** The packs of some folders by id, the first of an id winning, and what is wrong with the others. */
export async function findPacks(
  folders: readonly string[],
): Promise<{ packs: readonly Pack[]; problems: readonly HilumError[] }> {
  const packs = new Map<string, Pack>()
  const problems: HilumError[] = []
  const found = (await Promise.all(folders.map(candidates))).flat()
  for (const read of await Promise.all(found.map(readCandidate))) {
    if (read instanceof HilumError) problems.push(read)
    else if (read !== null && !packs.has(read.card.id)) packs.set(read.card.id, read)
  }
  return { packs: [...packs.values()], problems }
}

/** Null for the model that finds the lungs: it lies among the packs but gives no scores, so it is none to choose. */
async function readCandidate(folder: string): Promise<Pack | HilumError | null> {
  try {
    const written = await readJson(join(folder, 'card.json'))
    return lungsCard.safeParse(written).success ? null : { folder, card: cardOf(written, folder, cardSchema) }
  } catch (error) {
    if (error instanceof HilumError) return error
    throw error
  }
}

/** The first pack of this id; null where none is, or none of them can be used. */
export async function findPack(folders: readonly string[], id: string): Promise<Pack | null> {
  const found = (await Promise.all(folders.map(candidates))).flat()
  const named = await Promise.all(found.map(async (folder) => ((await idIn(folder)) === id ? [folder] : [])))
  // To check a card takes longer than to read it.
  for (const folder of named.flat()) {
    const read = await readCandidate(folder)
    if (read !== null && !(read instanceof HilumError)) return read
  }
  return null
}

async function idIn(folder: string): Promise<unknown> {
  try {
    const written = await readJson(join(folder, 'card.json'))
    return typeof written === 'object' && written !== null && 'id' in written ? written.id : undefined
  } catch (error) {
    if (error instanceof HilumError) return undefined
    throw error
  }
}

async function candidates(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: false })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
    const holding = await Promise.all(
      folders.map(async (candidate) => (await readdir(candidate)).includes('card.json')),
    )
    return folders.filter((_, i) => holding[i]).toSorted()
  } catch (cause) {
    const code = systemErrorCode(cause)
    if (code === 'ENOENT') return []
    if (code === '') throw cause
    throw new HilumError(
      'PACK_NOT_FOUND',
      `The folder of models ${folder} can’t be read (${code}). Name another, or see that you may read it.`,
      { cause },
    )
  }
}

const lungsCard = z.object({ schema: z.literal('hilum/lungs-card@1') })

export async function readPack(folder: string): Promise<Pack> {
  return { folder, card: await readCard(folder, cardSchema) }
}

/** The model that finds the lungs, from the first of some folders that holds one under its name; null where none does. */
export async function findLungsPack(folders: readonly string[]): Promise<LungsPack | null> {
  const named = await Promise.all(folders.map(candidates))
  const found = named.flat().find((folder) => basename(folder) === 'lungs')
  return found === undefined ? null : { folder: found, card: await readCard(found, lungsCardSchema) }
}

async function readCard<Checked>(folder: string, schema: z.ZodMiniType<Checked>): Promise<Checked> {
  return cardOf(await readJson(join(folder, 'card.json')), folder, schema)
}

function cardOf<Checked>(written: unknown, folder: string, schema: z.ZodMiniType<Checked>): Checked {
  const parsed = schema.safeParse(written)
  if (parsed.success) return parsed.data
  throw new HilumError(
    'PACK_CARD_INVALID',
    `${join(folder, 'card.json')} is no valid model card: ${firstIssue(parsed.error)}. Mend the card or install the model again.`,
  )
}

async function readJson(file: string): Promise<unknown> {
  try {
    // Some editors begin a file with the mark U+FEFF.
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new HilumError(
      'PACK_CARD_INVALID',
      `${file} can’t be read as a model card (${what}). Install the model again.`,
      { cause },
    )
  }
}

function firstIssue(error: z.core.$ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'the card'}: ${issue.message}` : 'unknown'
}
