// providers.json in the reader's data folder: the verdicts, so that each provider is tried once.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import { verdictSchema, type Verdict, type VerdictKey } from './verdict.ts'

const KEY = { provider: true, model: true, golden: true, runtime: true, driver: true } as const

const entrySchema = z.union([
  verdictSchema,
  /** Written before a trial: whoever finds it later knows that the trial took its process, or the machine, with it. */
  z.extend(z.pick(verdictSchema, { ...KEY, at: true }), { outcome: z.literal('trying') }),
])
const fileSchema = z.object({ schema: z.literal('hilum/providers@2'), verdicts: z.array(entrySchema) })

export type Entry = z.infer<typeof entrySchema>

/** Read and written at once: it is small, and who stops a trial may have no time to wait. */
export class VerdictFile {
  readonly #folder: string
  readonly #file: string

  constructor(folder: string) {
    this.#folder = folder
    this.#file = join(folder, 'providers.json')
  }

  find(key: VerdictKey): Entry | undefined {
    return this.#read().find((entry) => isFor(entry, key))
  }

  begin(key: VerdictKey): void {
    this.#replace(key, { ...key, at: new Date().toISOString(), outcome: 'trying' })
  }

  keep(verdict: Verdict): void {
    this.#replace(verdict, verdict)
  }

  forget(key: VerdictKey): void {
    this.#replace(key)
  }

  /** A file that can't be understood is no loss: providers are tried again. */
  #read(): readonly Entry[] {
    let text: string
    try {
      text = readFileSync(this.#file, 'utf8')
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') return []
      throw this.#unkept(error)
    }
    try {
      const { data } = fileSchema.safeParse(JSON.parse(text))
      return data?.verdicts ?? []
    } catch (error) {
      if (error instanceof SyntaxError) return []
      throw error
    }
  }

  #replace(key: VerdictKey, entry?: Entry): void {
    const others = this.#read().filter((other) => !isFor(other, key))
    const text = JSON.stringify(
      { schema: 'hilum/providers@2', verdicts: [...others, ...(entry ? [entry] : [])] },
      null,
      2,
    )
    // Another Hilum that reads meanwhile finds the old file or the new one.
    const part = `${this.#file}.${process.pid}.part`
    try {
      mkdirSync(this.#folder, { recursive: true })
      writeFileSync(part, `${text}\n`)
      renameSync(part, this.#file)
    } catch (error) {
      throw this.#unkept(error)
    }
  }

  #unkept(cause: unknown): HilumError {
    const code = systemErrorCode(cause)
    return new HilumError(
      'WRITE_FAILED',
      `${this.#file} can’t be read and written (${code}), so what is known of the providers can’t be kept and the ` +
        `CPU is used. See that you may write there.`,
      { cause },
    )
  }
}

function isFor(entry: VerdictKey, key: VerdictKey): boolean {
  return (
    entry.provider === key.provider &&
    entry.model === key.model &&
    entry.golden === key.golden &&
    entry.runtime === key.runtime &&
    entry.driver === key.driver
  )
}
