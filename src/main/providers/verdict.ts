// What came of trying a provider.

import * as z from 'zod/mini'
import { PROVIDERS } from '../../shared/provider.ts'

const OUTCOMES = [
  'accepted',
  /** It gave other figures than those stored with the model. */
  'disagrees',
  /** The CPU ran the nodes in its place. */
  'fell-back',
  /** It could not be loaded or run. */
  'failed',
  /** It is so slow that the golden films were not run to their end. */
  'slow',
  /** It ended the process that tried it. */
  'died',
] as const

const trial = {
  outcome: z.enum(OUTCOMES),
  /** A sentence for the reader. */
  reason: z.string(),
  /** Null where no film was run. */
  worst: z.nullable(z.object({ probability: z.number(), correlation: z.number() })),
  /** Of the time of the nodes; null where no profile was had. */
  share: z.nullable(z.number()),
  /** Of one film, and of the same on the CPU. */
  milliseconds: z.nullable(z.object({ provider: z.number(), cpu: z.number() })),
}

export const trialSchema = z.object(trial)

/** A trial, and what it holds for: another driver, runtime or model may do better or worse, and so may other films. */
export const verdictSchema = z.object({
  provider: z.enum(PROVIDERS),
  /** SHA-256 of the model. */
  model: z.string(),
  /** SHA-256 of golden.json. */
  golden: z.string(),
  runtime: z.string(),
  driver: z.string(),
  at: z.iso.datetime(),
  ...trial,
})

export type Trial = z.infer<typeof trialSchema>
export type Verdict = z.infer<typeof verdictSchema>
export type VerdictKey = Pick<Verdict, 'provider' | 'model' | 'golden' | 'runtime' | 'driver'>

/** A software driver can be right and slow. */
export function isNoSlowerThanCpu({ milliseconds }: Pick<Trial, 'milliseconds'>): boolean {
  return milliseconds !== null && milliseconds.provider <= milliseconds.cpu
}
