// A model's card: everything that the app must know of a model and cannot read from its graph.

import * as z from 'zod/mini'
import en from 'zod/v4/locales/en.js'

// Of zod the small half, which a process has in a third of the time, and the words that it then lacks.
z.config(en())

const share = z.number().check(z.minimum(0), z.maximum(1))
const text = z.string().check(z.minLength(1))
const count = z.int().check(z.nonnegative())

/** What a model was trained on; the number of patients is null where the collection does not say. */
export const trainingSchema = z.strictObject({
  data: z.array(z.strictObject({ name: text, films: count, patients: z.nullable(count) })),
  note: z.string(),
})

/** Figures with their 95 % intervals, and what they were measured on. */
export const figuresSchema = z.array(
  z.strictObject({
    name: text,
    value: z.number(),
    low: z.number(),
    high: z.number(),
    films: count,
    split: text,
  }),
)

export const labelSchema = z
  .strictObject({
    id: text,
    name: text,
    /** False for the class that means nothing was found. */
    finding: z.boolean(),
    /** The operating point: at or above it the finding is called. */
    threshold: share,
    /** From low to high the score is too near the operating point to be called. */
    indeterminate: z.tuple([share, share]),
    sensitivity: z.nullable(share),
    specificity: z.nullable(share),
  })
  .check(
    z.refine(({ indeterminate: [low, high], threshold }) => low <= threshold && threshold <= high, {
      message: 'the indeterminate band must hold the threshold',
    }),
  )

const explanationMethod = z.enum(['gradcam', 'hiresmap'])

/** 'none' for a plain classifier, whose graph has no maps. */
const explanationSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }),
  z
    .strictObject({
      /** The one that is shown first. */
      method: explanationMethod,
      /** The value that this method draws as the hottest colour, the same for every film. */
      fullScale: z.number().check(z.positive()),
      /** The same of the graph's other method; one without a scale is not offered. */
      scales: z.optional(z.partialRecord(explanationMethod, z.number().check(z.positive()))),
    })
    .check(
      z.refine(({ method, fullScale, scales }) => (scales?.[method] ?? fullScale) === fullScale, {
        message: 'scales and fullScale differ for the same method',
      }),
    ),
])

/**
 * How unlike the films that trained the model a film may be, measured in the graph's output `features`, of which there
 * are F. With z = features - mean the distance is
 *
 *   sqrt(max(0, sum over i of precision[i] * z[i]^2 + sum over k of weights[k] * (directions[k] . z)^2) / F)
 *
 * which is about 1 for the films it was fitted on. A diagonal covariance is precision = 1 / variance and no directions.
 * A low-rank one (probabilistic PCA) has its main axes, of length 1, as directions, 1 / noise everywhere as precision,
 * and 1 / eigenvalue - 1 / noise, which is below 0, as weights.
 */
const featureGateSchema = z
  .strictObject({
    mean: z.array(z.number()).check(z.minLength(1)),
    precision: z.array(z.number().check(z.positive())),
    directions: z.array(z.array(z.number())).check(z.maxLength(64)),
    weights: z.array(z.number()),
    /** Beyond it no score is called. */
    limit: z.number().check(z.positive()),
    /** Of the films it was fitted on, or better of films held out, the share within the limit. */
    within: share,
  })
  .check(
    z.refine(({ mean, precision }) => precision.length === mean.length, {
      message: 'mean and precision differ in length',
    }),
  )
  .check(
    z.refine(({ mean, directions }) => directions.every(({ length }) => length === mean.length), {
      message: 'each direction must be as long as the mean',
    }),
  )
  .check(
    z.refine(({ directions, weights }) => weights.length === directions.length, {
      message: 'there must be one weight for each direction',
    }),
  )

export const cardSchema = z
  .strictObject({
    schema: z.literal('hilum/card@1'),
    id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
    version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
    name: text,
    /** Of model.onnx. */
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    labels: z.array(labelSchema).check(z.minLength(2)),
    input: z.strictObject({
      width: z.int().check(z.minimum(16), z.maximum(2048)),
      height: z.int().check(z.minimum(16), z.maximum(2048)),
      /** The whole film, or the box round the lungs. */
      view: z.enum(['film', 'lungs']),
      /** By which that box grows to each side, for one of its own width or height. */
      margin: share,
      /** Whether all but the lungs is filled with their mean grey, after the resize. */
      masked: z.boolean(),
      fit: z.enum(['squish', 'letterbox']),
    }),
    /** The centre of cell (row, column) lies at input pixel (originX + column * cellWidth, originY + row * cellHeight). */
    grid: z.strictObject({
      rows: z.int().check(z.positive()),
      columns: z.int().check(z.positive()),
      cellWidth: z.number().check(z.positive()),
      cellHeight: z.number().check(z.positive()),
      originX: z.number(),
      originY: z.number(),
    }),
    temperature: z.number().check(z.positive()),
    explanation: explanationSchema,
    outputs: z
      .array(z.enum(['logits', 'probabilities', 'gradcam', 'hiresmap', 'features']))
      .check(z.minLength(1)),
    training: trainingSchema,
    figures: figuresSchema,
    intendedUse: text,
    limits: z.array(text).check(z.minLength(1)),
    gate: z.looseObject({
      /** False for a model that is not about lungs: films are then not searched for them. */
      lungs: z.optional(z.boolean()),
      /** Without it no film is too unlike the training films to be called. */
      features: z.optional(featureGateSchema),
    }),
    citation: z.string(),
  })
  .check(
    z.refine(({ input, gate }) => input.view !== 'lungs' || gate.lungs !== false, {
      message: 'a model that sees the lungs can not do without the search for them',
    }),
  )
  .check(
    z.refine(({ gate, outputs }) => gate.features === undefined || outputs.includes('features'), {
      message: 'the gate measures features, which are not among the outputs',
    }),
  )
  .check(
    z.refine(({ labels }) => new Set(labels.map(({ id }) => id)).size === labels.length, {
      message: 'two labels have the same id',
    }),
  )
  .check(
    z.refine(({ labels }) => labels.some(({ finding }) => finding), {
      message: 'no label is a finding, so every film would be called negative',
    }),
  )
  .check(
    z.refine(({ id }) => id !== 'lungs', {
      message: 'the id “lungs” belongs to the model that finds the lungs',
    }),
  )

export type Card = z.infer<typeof cardSchema>
export type FeatureGate = z.infer<typeof featureGateSchema>
export type CardLabel = Card['labels'][number]
