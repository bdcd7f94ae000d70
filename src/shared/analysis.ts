// What the pipeline says of one film. A refused film has reasons and no scores; a failed one is an error, not an analysis.

import type { Lungs } from './lungs.ts'
import type { Probability } from './units.ts'

export type Band = 'positive' | 'negative' | 'indeterminate'

/** Something the reader should know of a film that was read all the same. */
export interface Warning {
  readonly code: string
  readonly message: string
}

/** Why a film gets no score. */
export interface RefusalReason {
  readonly code: RefusalCode
  readonly message: string
}

export const REFUSAL_CODES = [
  'GATE_TOO_SMALL',
  'GATE_BLANK',
  'GATE_DRAWING',
  'GATE_EXTREME_SHAPE',
  'GATE_COLOUR',
  'GATE_NOT_RADIOGRAPHY',
  'GATE_NOT_CHEST',
  'GATE_NOT_FRONTAL',
  'GATE_NO_LUNGS',
  'GATE_UNLIKE_CHEST',
  'GATE_NOT_UPRIGHT',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** What the tags of a file or the size of its pictures give, and so holds for all of its frames. */
export const REFUSALS_OF_FILE: ReadonlySet<RefusalCode> = new Set([
  'GATE_TOO_SMALL',
  'GATE_EXTREME_SHAPE',
  'GATE_NOT_RADIOGRAPHY',
  'GATE_NOT_CHEST',
  'GATE_NOT_FRONTAL',
])

/** The score of one class. */
export interface Finding {
  readonly label: string
  readonly name: string
  /** False for the class that means nothing was found. */
  readonly finding: boolean
  readonly probability: Probability
  readonly threshold: number
  readonly band: Band
}

/** x = originX + column * cellWidth, y = originY + row * cellHeight: the centre of a cell, in pixels of the film. */
export interface GridPlacement {
  readonly originX: number
  readonly originY: number
  readonly cellWidth: number
  readonly cellHeight: number
}

export const EXPLANATION_METHODS = ['gradcam', 'hiresmap'] as const
export type ExplanationMethod = (typeof EXPLANATION_METHODS)[number]

/** How a map can be made: by the graph beside each score, or on request by covering parts of the film (occlusion). */
export const MAP_METHODS = [...EXPLANATION_METHODS, 'occlusion'] as const
export type MapMethod = (typeof MAP_METHODS)[number]

/** Where a class's score came from; not where disease is. */
export interface HeatMap {
  readonly label: string
  readonly method: MapMethod
  readonly rows: number
  readonly columns: number
  /** Row by row, in the model's own units, so that maps of two films can be compared. */
  readonly values: Float32Array
  /** The value drawn as the hottest colour. */
  readonly fullScale: number
  readonly placement: GridPlacement
  /** Of what is above 0 the share that lies within the lungs; null where nothing is, or where the lungs are not known. */
  readonly insideLungs: number | null
}

/** How far a film lies from those that trained the model, in its features. Beyond `limit` no score is called. */
export interface Likeness {
  readonly distance: number
  readonly limit: number
}

export interface ModelIdentity {
  readonly id: string
  readonly version: string
  readonly sha256: string
}

export interface FilmIdentity {
  readonly name: string
  /** Of the file's bytes; null where whoever had the film scored wants none. */
  readonly sha256: string | null
  readonly frame: number
  readonly frames: number
  readonly rows: number
  readonly columns: number
}

export interface ScoredAnalysis {
  readonly status: 'scored'
  readonly film: FilmIdentity
  readonly model: ModelIdentity
  readonly provider: string
  /** In the order of the card's labels. */
  readonly findings: readonly Finding[]
  /** The class to name first: of the findings that have the film's band the likeliest, or on a negative film the likeliest class. */
  readonly label: string
  readonly band: Band
  /**
   * One for each class, in the order of the card's labels, and so for each method that graph and card know, the
   * card's own first; empty where there is none.
   */
  readonly maps: readonly HeatMap[]
  /** Null where the card has nothing to measure it by. */
  readonly likeness: Likeness | null
  /** Null where no model that finds them is installed. */
  readonly lungs: Pick<Lungs, 'box' | 'area'> | null
  readonly warnings: readonly Warning[]
}

export interface RefusedAnalysis {
  readonly status: 'refused'
  readonly film: FilmIdentity
  readonly model: ModelIdentity
  readonly reasons: readonly RefusalReason[]
  readonly warnings: readonly Warning[]
}

export type Analysis = ScoredAnalysis | RefusedAnalysis
