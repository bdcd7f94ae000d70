import { toFailure, type Failure } from '../../shared/errors.ts'
import type { Engine } from '../engine/client.ts'
import { inspectionText } from '../export/inspection-text.ts'
import type { Inspection } from '../pipeline/inspect.ts'
import type { FilmSource } from '../pipeline/read/found.ts'
import { eachInOrder } from './each-in-order.ts'
import { withEngines } from './engines.ts'
import { EXIT } from './exit-codes.ts'
import { filmsOf, find, type Find } from './find.ts'
import type { InspectOptions } from './options.ts'
import { giveOut, sayFailures } from './speak.ts'

type Entry =
  | ({ readonly file: string } & Inspection)
  | { readonly file: string; readonly error: Pick<Failure, 'code' | 'message'> }

export async function inspectFiles(
  paths: readonly string[],
  { json, recursive }: InspectOptions,
  signal: AbortSignal,
): Promise<number> {
  const finds = await find(paths, { recursive, signal })
  const failures: string[] = []
  const handOn = async (entry: Entry) => {
    if ('error' in entry) failures.push(`${entry.error.code}: ${entry.error.message}`)
    const isRead = await giveOut(json ? `${JSON.stringify(entry)}\n` : inspectionText(entry))
    return isRead ? 'more' : 'enough'
  }
  await withEngines({ films: Math.max(1, filmsOf(finds).length), signal }, ({ engines }) =>
    eachInOrder(finds, engines, entryOf, handOn),
  )
  sayFailures(failures)
  return failures.length === 0 ? EXIT.done : EXIT.someFailed
}

async function entryOf(found: Find, engine: Engine): Promise<Entry> {
  if (found.kind === 'film') return inspected(found.film, engine)
  const { path, code, message } = found.problem
  return { file: path, error: { code, message } }
}

async function inspected({ path, name }: FilmSource, engine: Engine): Promise<Entry> {
  try {
    return { file: path, ...(await engine.call('inspect', { path }, name)) }
  } catch (error) {
    const { code, message } = toFailure(error)
    // Whoever stops it has not seen the file fail.
    if (code === 'CANCELLED') throw error
    return { file: path, error: { code, message } }
  }
}
