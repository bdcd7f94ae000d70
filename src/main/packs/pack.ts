// A pack is a folder with model.onnx and card.json.

import { readFile, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
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

/**
 * The packs of some folders by id, the first of an id winning, and what is wrong with the others. That one folder wins
 * over another is meant; that two packs of one folder have one id is not, and is told.
 */
export async function findPacks(
  folders: readonly string[],
): Promise<{ packs: readonly Pack[]; problems: readonly HilumError[] }> {
  const packs = new Map<string, Pack>()
  const problems: HilumError[] = []
  const found = (await Promise.all(folders.map(candidates))).flat()
  const sound: Pack[] = []
  for (const read of await Promise.all(found.map(readCandidate))) {
    if (read === null) continue
    if (read instanceof HilumError) {
      problems.push(read)
      continue
    }
    const { id } = read.card
    const first = sound.find((each) => each.card.id === id && isBeside(each, read))
    if (first !== undefined) problems.push(sameId(read, first))
    else if (!packs.has(id)) packs.set(id, read)
    sound.push(read)
  }
  return { packs: [...packs.values()], problems }
}

function isBeside(one: Pack, other: Pack): boolean {
  return dirname(one.folder) === dirname(other.folder)
}

function sameId({ folder, card }: Pack, first: Pack): HilumError {
  return new HilumError(
    'PACK_SAME_ID',
    `${folder} is not used: its model has the id “${card.id}” as that in “${basename(first.folder)}” beside it, which ` +
      'comes first. Remove one of them, or give it another id in its card.json.',
  )
}

/** Null for the model that finds the lungs: it lies among the packs but gives no scores, so it is none to choose. */
async function readCandidate({ folder, fault }: Candidate): Promise<Pack | HilumError | null> {
  if (fault !== undefined) return fault
  try {
    const written = await readJson(join(folder, 'card.json'))
    return lungsCard.safeParse(written).success ? null : { folder, card: cardOf(written, folder, cardSchema) }
  } catch (error) {
    if (error instanceof HilumError) return error
    throw error
  }
}

/** The first pack of this id; what is wrong with the first where none of them can be used; null where none is. */
export async function findPack(folders: readonly string[], id: string): Promise<Pack | HilumError | null> {
  const found = (await Promise.all(folders.map(candidates))).flat()
  const named = await Promise.all(found.map(async (each) => ((await idIn(each)) === id ? [each] : [])))
  let fault: HilumError | null = null
  // To check a card takes longer than to read it.
  for (const each of named.flat()) {
    const read = await readCandidate(each)
    if (read instanceof HilumError) fault ??= read
    else if (read !== null) return read
  }
  return fault
}

/** Where no card can be read the folder's name stands for it. */
async function idIn({ folder, fault }: Candidate): Promise<unknown> {
  if (fault !== undefined) return basename(folder)
  try {
    const written = await readJson(join(folder, 'card.json'))
    return typeof written === 'object' && written !== null && 'id' in written ? written.id : undefined
  } catch (error) {
    if (error instanceof HilumError) return basename(folder)
    throw error
  }
}

interface Candidate {
  readonly folder: string
  /** Why it can't be looked into. */
  readonly fault?: HilumError
}

/** The folders within one that hold a card, or may. */
async function candidates(folder: string): Promise<Candidate[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: false })
    const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    const paths = folders.map(({ name }) => join(folder, name))
    return (await Promise.all(paths.toSorted().map(candidate))).flat()
  } catch (cause) {
    if (systemErrorCode(cause) === 'ENOENT') return []
    throw unreadable(folder, cause)
  }
}

async function candidate(folder: string): Promise<Candidate[]> {
  try {
    return (await readdir(folder)).includes('card.json') ? [{ folder }] : []
  } catch (cause) {
    // It was there a moment ago: a model that is replaced goes away and comes back. A link may lead to a file.
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(cause))) return []
    return [{ folder, fault: unreadable(folder, cause) }]
  }
}

function unreadable(folder: string, cause: unknown): HilumError {
  const code = systemErrorCode(cause)
  if (code === '') throw cause
  return new HilumError(
    'PACK_NOT_FOUND',
    `The folder of models ${folder} can’t be read (${code}). Name another, or see that you may read it.`,
    { cause },
  )
}

const lungsCard = z.object({ schema: z.literal('hilum/lungs-card@1') })

export async function readPack(folder: string): Promise<Pack> {
  return { folder, card: await readCard(folder, cardSchema) }
}

/** The model that finds the lungs, from the first of some folders that holds one under its name; null where none does. */
export async function findLungsPack(folders: readonly string[]): Promise<LungsPack | null> {
  const named = await Promise.all(folders.map(candidates))
  const found = named.flat().find(({ folder }) => basename(folder) === 'lungs')
  if (found === undefined) return null
  const { folder, fault } = found
  if (fault !== undefined) throw fault
  return { folder, card: await readCard(folder, lungsCardSchema) }
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
