// A pack is a folder with model.onnx and card.json.

import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { cardSchema, type Card } from '../../shared/card.ts'
import { lungsCardSchema, type LungsCard } from '../../shared/lungs-card.ts'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import { externalDataOf } from './external-data.ts'

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

async function candidates(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: false })
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
    const holding = await Promise.all(
      folders.map(async (candidate) => (await readdir(candidate)).includes('card.json')),
    )
    return folders.filter((_, i) => holding[i]).toSorted()
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return []
    throw error
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

async function readCard<Schema extends z.ZodType>(folder: string, schema: Schema): Promise<z.infer<Schema>> {
  return cardOf(await readJson(join(folder, 'card.json')), folder, schema)
}

function cardOf<Schema extends z.ZodType>(written: unknown, folder: string, schema: Schema): z.infer<Schema> {
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
      `${file} can't be read as a model card (${what}). Install the model again.`,
      { cause },
    )
  }
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'the card'}: ${issue.message}` : 'unknown'
}

/** The model's bytes, once they are seen to be those that the card speaks of, and all that it needs. */
export async function readModel({ folder, card }: Pack | LungsPack): Promise<Uint8Array> {
  const file = join(folder, 'model.onnx')
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new HilumError(
      'PACK_MODEL_MISSING',
      `${file} can't be read. Install the model “${card.id}” again.`,
      {
        cause,
      },
    )
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== card.sha256) {
    throw new HilumError(
      'PACK_HASH_MISMATCH',
      `${file} is not the file that its card speaks of (its SHA-256 begins with ${sha256.slice(0, 12)}, the card says ` +
        `${card.sha256.slice(0, 12)}): it is damaged or was exchanged. Install the model “${card.id}” again.`,
    )
  }
  refuseOtherFiles(bytes, file, card)
  return bytes
}

function refuseOtherFiles(bytes: Uint8Array, file: string, { id }: Pick<Card, 'id'>): void {
  const external = externalDataOf(bytes)
  if (external === 'none') return
  if (external === 'unreadable') {
    throw new HilumError(
      'PACK_MODEL_DAMAGED',
      `${file} can't be read as an ONNX model: it is another kind of file, or cut short. Install the model “${id}” again.`,
    )
  }
  throw new HilumError(
    'PACK_EXTERNAL_DATA',
    `${file} keeps weights in other files, which its card can't vouch for, so it is not used. Export the model ` +
      `“${id}” with all weights in model.onnx (onnx.save with save_as_external_data=False), and install that.`,
  )
}
