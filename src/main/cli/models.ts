import type { Card } from '../../shared/card.ts'
import { HilumError, type Failure, toFailure } from '../../shared/errors.ts'
import { withLungs } from '../engine/checked-packs.ts'
import type { Engine } from '../engine/client.ts'
import { findPacks, type Pack } from '../packs/pack.ts'
import { chosenPack, modelFolders } from './chosen-pack.ts'
import { EXIT } from './exit-codes.ts'
import { nodeEngine } from './node-engine.ts'
import type { ModelsOptions } from './options.ts'
import { giveOut, sayFailures } from './speak.ts'

type Trouble = Pick<Failure, 'code' | 'message'>

interface Listed {
  readonly card: Card
  readonly isDefault: boolean
  /** Why it can't be used; null where its file is the one that its card speaks of, and could be loaded. */
  readonly trouble: Trouble | null
}

export async function listModels({ json }: ModelsOptions): Promise<number> {
  const { packs, problems } = await findPacks(modelFolders())
  const chosen = await defaultPack()
  const models = await allListed(packs, chosen)
  await giveOut(json ? asJson(models) : models.map(asText).join('\n'))
  const troubles = [...problems.map(toTrouble), ...models.flatMap(({ trouble }) => trouble ?? [])]
  sayFailures(troubles.map(({ code, message }) => `${code}: ${message}`))
  return troubles.length === 0 ? EXIT.done : EXIT.someFailed
}

/** Where the default is missing, the list says so by naming none. */
async function defaultPack(): Promise<Pack | undefined> {
  try {
    return await chosenPack(undefined)
  } catch (error) {
    if (error instanceof HilumError) return undefined
    throw error
  }
}

/** Each is loaded once, in a process that a graph may end. */
async function allListed(packs: readonly Pack[], chosen: Pack | undefined): Promise<Listed[]> {
  const engine = nodeEngine()
  try {
    const models: Listed[] = []
    for (const pack of packs) models.push(await listed(pack, chosen, engine))
    return models
  } finally {
    engine.close()
  }
}

async function listed(pack: Pack, chosen: Pack | undefined, engine: Engine): Promise<Listed> {
  const isDefault = pack.folder === chosen?.folder
  try {
    await engine.call('load', { ...(await withLungs(pack)), threads: 1 }, `The model “${pack.card.id}”`)
    return { card: pack.card, isDefault, trouble: null }
  } catch (error) {
    return { card: pack.card, isDefault, trouble: toTrouble(error) }
  }
}

function toTrouble(error: unknown): Trouble {
  const { code, message } = toFailure(error)
  return { code, message }
}

function asJson(models: readonly Listed[]): string {
  const entries = models.map(({ card, isDefault, trouble }) => {
    const { id, name, version, sha256, labels, figures, intendedUse, limits } = card
    const about = { id, name, version, sha256, default: isDefault, intact: trouble === null }
    return { ...about, labels, figures, intendedUse, limits }
  })
  return `${JSON.stringify({ schema: 'hilum/models@1', models: entries }, null, 2)}\n`
}

function asText({ card, isDefault, trouble }: Listed): string {
  const lines = [
    `${card.id} ${card.version}${isDefault ? ' (default)' : ''}`,
    `  ${card.name}`,
    `  Labels: ${card.labels.map(({ id, name }) => (id === name ? id : `${id} (${name})`)).join(', ')}`,
    ...card.figures.map(figureLine),
    `  For: ${card.intendedUse}`,
    `  SHA-256: ${card.sha256}, ${isOnDisk(trouble) ? 'as on the disk' : 'NOT as on the disk'}`,
  ]
  if (trouble !== null) lines.push(`  Can’t be used: ${trouble.code}`)
  return `${lines.join('\n')}\n`
}

function isOnDisk(trouble: Trouble | null): boolean {
  return trouble?.code !== 'PACK_HASH_MISMATCH' && trouble?.code !== 'PACK_MODEL_MISSING'
}

function figureLine({ name, value, low, high, films, split }: Card['figures'][number]): string {
  const [shown, from, to] = [value, low, high].map((figure) => figure.toFixed(3))
  return `  ${name}: ${shown} (95% interval ${from} to ${to}, ${films} films, ${split})`
}
