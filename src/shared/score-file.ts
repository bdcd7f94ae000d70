// The JSON that `hilum score --json` writes, schema hilum/score@1. Outside scripts build on it: a change of
// meaning is a new number.

import * as z from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const scoreResultSchema = z.strictObject({
  /** The path as found. */
  file: z.string(),
  /** Counts from 0. */
  frame: z.int().nonnegative(),
  status: z.enum(['scored', 'refused', 'failed']),
  /** Why a film was refused or failed; null on a scored one. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** By label; empty unless scored. */
  probabilities: z.record(z.string(), z.number().min(0).max(1)),
  /**
   * By label: the share of its heat map that lies within the lungs, by the way that the model's card names first; null
   * where the map has nothing above 0. Empty where no map was made, or no lungs were looked for. The film has the warning
   * EXPLAIN_OUTSIDE_LUNGS where it is below 0.5 for the finding that is called.
   */
  insideLungs: z.record(z.string(), z.number().min(0).max(1).nullable()),
  /**
   * The class to name first: of the findings that have the film's band the likeliest, or on a negative film the likeliest
   * class; null unless scored.
   */
  label: z.string().nullable(),
  band: z.enum(['positive', 'negative', 'indeterminate']).nullable(),
  /** What ran the model on this frame; left out where nothing did. */
  provider: z.string().optional(),
  /** Of the file's bytes; null where they could not be read, or where `--no-hash` was given. */
  sha256: sha256.nullable(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
})

export const scoreFileSchema = z.strictObject({
  schema: z.literal('hilum/score@1'),
  app: z.strictObject({ version: z.string() }),
  model: z.strictObject({ id: z.string(), version: z.string(), sha256 }),
  /** What ran the model; more than one, with commas, where one gave out on the way. Empty where none was loaded. */
  provider: z.string(),
  /** Why it was that one: the verdict on it and on those before it, in sentences. Left out where that is not known. */
  providerReason: z.exactOptional(z.string()),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  results: z.array(scoreResultSchema),
})

export type ScoreResult = z.infer<typeof scoreResultSchema>
export type ScoreFile = z.infer<typeof scoreFileSchema>
