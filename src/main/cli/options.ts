// What commander hands to each command.

import type { MapMethod } from '../../shared/analysis.ts'
import type { ProviderChoice } from '../../shared/provider.ts'

export interface ScoreOptions {
  readonly model?: string
  readonly csv?: string
  readonly json?: string
  readonly pdf?: string
  readonly limit?: number
  /** False where the table does without each file's SHA-256. */
  readonly hash: boolean
  readonly provider: ProviderChoice
  readonly recursive: boolean
}

export interface ExplainOptions {
  readonly label: string
  readonly method?: MapMethod
  readonly grid?: boolean
  readonly out: string
  readonly model?: string
  readonly frame: number
  readonly provider: ProviderChoice
}

export interface TensorsOptions {
  readonly model?: string
  readonly out: string
  readonly masks?: string
  readonly view?: 'film' | 'lungs'
  readonly margin?: number
  readonly size?: number
  readonly fit?: 'squish' | 'letterbox'
  readonly masked?: true
  readonly skipRefused?: true
  readonly recursive: boolean
}

export interface InspectOptions {
  readonly json?: true
  readonly recursive: boolean
}

export interface ModelsOptions {
  readonly json?: true
}

export interface ProvidersOptions {
  readonly again?: true
  readonly json?: true
  readonly model?: string
}
