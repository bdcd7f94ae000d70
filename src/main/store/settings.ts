// What the reader has chosen and expects to find again: settings.json in the app's data folder.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { HilumError, systemErrorCode } from '../../shared/errors.ts'
import { PROVIDER_CHOICES } from '../../shared/provider.ts'

const settingsSchema = z.object({
  schema: z.literal('hilum/settings@1'),
  provider: z.enum(PROVIDER_CHOICES),
})

export type Settings = Omit<z.infer<typeof settingsSchema>, 'schema'>

const DEFAULTS: Settings = { provider: 'auto' }

export class SettingsFile {
  readonly #folder: string
  readonly #file: string

  constructor(folder: string) {
    this.#folder = folder
    this.#file = join(folder, 'settings.json')
  }

  /** A file that is not there, that can't be read or that another version wrote gives the defaults. */
  read(): Settings {
    try {
      const { provider } = settingsSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
      return { provider }
    } catch (error) {
      const senseless = error instanceof SyntaxError || error instanceof z.ZodError
      if (senseless || systemErrorCode(error) !== '') return DEFAULTS
      throw error
    }
  }

  change(changes: Partial<Settings>): void {
    const text = JSON.stringify({ schema: 'hilum/settings@1', ...this.read(), ...changes }, null, 2)
    try {
      mkdirSync(this.#folder, { recursive: true })
      // Written beside and renamed, so that a full disk leaves the old settings.
      writeFileSync(`${this.#file}.new`, `${text}\n`)
      renameSync(`${this.#file}.new`, this.#file)
    } catch (cause) {
      throw new HilumError(
        'WRITE_FAILED',
        `settings.json could not be written (${systemErrorCode(cause)}); the choice holds until Hilum is closed.`,
        { cause },
      )
    }
  }
}
