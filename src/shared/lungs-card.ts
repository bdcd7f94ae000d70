// The card of the model that finds the lungs. It gives no scores, so it has no labels and no operating points.

import * as z from 'zod/mini'
import { figuresSchema, trainingSchema } from './card.ts'

const share = z.number().check(z.minimum(0), z.maximum(1))
const text = z.string().check(z.minLength(1))

export const lungsCardSchema = z.strictObject({
  schema: z.literal('hilum/lungs-card@1'),
  id: z.literal('lungs'),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  name: text,
  /** Of model.onnx. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  input: z.strictObject({
    width: z.int().check(z.minimum(16), z.maximum(2048)),
    height: z.int().check(z.minimum(16), z.maximum(2048)),
    fit: z.enum(['squish', 'letterbox']),
  }),
  /** The name of the graph's output, [N, 1, height, width], 0 to 1. */
  output: text,
  /** At or above it a pixel is lung. */
  threshold: share,
  convention: text,
  training: trainingSchema,
  figures: figuresSchema,
  intendedUse: text,
  limits: z.array(text).check(z.minLength(1)),
  citation: text,
})

export type LungsCard = z.infer<typeof lungsCardSchema>
