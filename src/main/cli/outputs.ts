// Where results go: to files, or to standard output.

import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { HilumError } from '../../shared/errors.ts'
import { openOutputFile, type Output } from '../export/output-file.ts'
import { zipAddress } from '../pipeline/read/zip-address.ts'
import { giveOut } from './speak.ts'

export const STANDARD_OUTPUT = '-'

export function openOutput(path: string): Promise<Output> {
  return path === STANDARD_OUTPUT ? Promise.resolve(standardOutput()) : openOutputFile(path)
}

/** The paths of outputs by their names; without one the output was not asked for. */
type Asked<Name extends string> = Readonly<Record<Name, string | undefined>>

/** Of two outputs in one place the first would be lost. */
export function refuseSamePlace(asked: Asked<string>): void {
  const paths = Object.values(asked).filter((path) => path !== undefined)
  const places = paths.map((path) => (path === STANDARD_OUTPUT ? path : resolve(path)))
  const twice = paths.find((_, i) => places.indexOf(places[i]!) < i)
  if (twice === undefined) return
  const where = twice === STANDARD_OUTPUT ? 'standard output' : twice
  throw new HilumError('USAGE', `Two outputs would go to ${where}; give each its own file.`)
}

/** A film in whose place a result is put would be lost. */
export async function refuseInputs(asked: Asked<string>, inputs: readonly string[]): Promise<void> {
  const taken = new Map<string, string>()
  for (const path of Object.values(asked)) {
    const place = path === undefined || path === STANDARD_OUTPUT ? undefined : await placeOf(path)
    if (path !== undefined && place !== undefined) taken.set(place, path)
  }
  // Mostly nothing is there yet, and no input need be looked at.
  if (taken.size === 0) return
  for (const place of await Promise.all(inputs.map(placeOf))) {
    const path = place && taken.get(place)
    if (path !== undefined)
      throw new HilumError(
        'USAGE',
        `${path} is read as a film, and a result there would replace it; name another file.`,
      )
  }
}

/**
 * Where a path really leads, into an archive to the archive; undefined where nothing is, or nothing that can be reached:
 * whoever then reads or writes there says why.
 */
async function placeOf(path: string): Promise<string | undefined> {
  const real = (there: string) => realpath(there).catch(() => undefined)
  return (await real(path)) ?? real((await zipAddress(path))?.archive ?? path)
}

/** Opens all or none. */
export async function openOutputs<Name extends string>(asked: Asked<Name>): Promise<Map<Name, Output>> {
  const outputs = new Map<Name, Output>()
  try {
    for (const [name, path] of Object.entries(asked) as [Name, string | undefined][]) {
      if (path !== undefined) outputs.set(name, await openOutput(path))
    }
  } catch (error) {
    await discardAll(outputs.values())
    throw error
  }
  return outputs
}

export async function discardAll(outputs: Iterable<Output>): Promise<void> {
  for (const output of outputs) await output.discard()
}

function standardOutput(): Output {
  const nothing = () => Promise.resolve()
  const writeAtStart = () => Promise.reject(new TypeError('standard output has no start to go back to'))
  const write = async (data: string | Uint8Array) => void (await giveOut(data))
  return { write, writeAtStart, commit: nothing, discard: nothing }
}
