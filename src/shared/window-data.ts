// What main tells the window. Films are named by opaque ids; no path ever comes here.

import type { Band, GridPlacement, Warning } from './analysis.ts'
import type { Card } from './card.ts'
import type { ErrorCode } from './errors.ts'
import type { GreyTransform, Window } from './greyscale/grey-transform.ts'
import type { LungBox } from './lungs.ts'
import type { FilmId, Probability } from './units.ts'

export interface AppDescription {
  readonly version: string
  /** 'Electron 45.4.1' or what stands in for it. */
  readonly runtime: string
  /** As Node names it: 'linux', 'darwin', 'win32', … */
  readonly platform: string
  readonly model: ModelEntry | null
  readonly engine: EngineState
  /** What was opened before the window was there to be told: the paths of the start. */
  readonly opened: readonly OpenOutcome[]
}

export interface ModelEntry {
  readonly card: Card
  readonly chosen: boolean
}

export interface ListedModel extends ModelEntry {
  /** Whether it is the one that Hilum starts with. */
  readonly isDefault: boolean
}

export interface ModelList {
  /** The default first. */
  readonly models: readonly ListedModel[]
  /** Of what lies among the models and can’t be used, why; a sentence each. */
  readonly problems: readonly string[]
}

export interface ImportOutcome extends ModelList {
  /** Null where the reader closed a dialog. */
  readonly imported: ModelEntry | null
}

export interface EngineState {
  readonly status: 'starting' | 'ready' | 'restarting' | 'failed'
  /** 'cpu', 'cuda', …; empty until a session is there. */
  readonly provider: string
  /** Why it is that one, in sentences; empty where nothing is known of that. */
  readonly reason: string
  /** Why it is restarting or has failed; else empty. */
  readonly message: string
}

export type FilmState =
  | { readonly kind: 'unread' }
  | {
      readonly kind: 'scored'
      readonly label: string
      readonly band: Band
      readonly probability: Probability
      /** Whether there is something that the reader should know of the film before its score. */
      readonly warned: boolean
    }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string }

/** Whether “Score all” has something to do with it; what failed is tried again. */
export function isUnscored({ kind }: FilmState): boolean {
  return kind === 'unread' || kind === 'failed'
}

export interface FilmEntry {
  readonly id: FilmId
  /** The file's base name, with the folder before it where others of the list have the same. */
  readonly name: string
  readonly state: FilmState
  /** The film whose place it took when another file was found at its path. */
  readonly former?: FilmId
}

export interface FilmStateChange {
  readonly id: FilmId
  readonly state: FilmState
}

export interface OpenOutcome {
  /** False where the reader closed the dialog. */
  readonly chosen: boolean
  /** In the order of the list; empty where nothing was added. */
  readonly added: readonly FilmId[]
  /** Names of files in folders that hold no film. */
  readonly passedOver: readonly string[]
  readonly problems: readonly { readonly name: string; readonly code: ErrorCode; readonly message: string }[]
}

export interface OpenedFilm {
  readonly id: FilmId
  readonly name: string
  readonly kind: string
  readonly frame: number
  readonly frames: number
  readonly rows: number
  readonly columns: number
  readonly bitsStored: number
  /** How the bytes at `pixelsUrl` are to be read, little-endian, row by row. */
  readonly pixelType: 'Uint8' | 'Int8' | 'Uint16' | 'Int16'
  readonly pixelsUrl: string
  /** RGBA bytes of a colour film, for the screen. */
  readonly colourUrl: string | null
  /** A byte a pixel, 1 where an overlay marks it; null where none does. */
  readonly overlayUrl: string | null
  readonly grey: GreyTransform
  readonly window: Window
  readonly range: { readonly min: number; readonly max: number }
  readonly padding: { readonly low: number; readonly high: number } | null
  /** Whether display shutters cover what lies outside them; null where the film brings none. */
  readonly shutters: 'on' | 'off' | null
  readonly spacing: {
    readonly pixel: readonly [number, number] | null
    readonly imager: readonly [number, number] | null
  }
  readonly pixelAspectRatio: readonly [number, number]
  readonly patient: {
    readonly name: string
    readonly id: string
    readonly sex: string
    readonly age: string
    /** (0020,0020): where rows and columns lead to; empty where the file does not say. */
    readonly orientation: readonly string[]
  }
  readonly study: {
    readonly date: string
    readonly description: string
    readonly view: string
    readonly modality: string
  }
  readonly warnings: readonly Warning[]
}

/** What of a film the model is given. */
export interface ModelSight {
  /** In pixels of the film, the right and lower edge outside. */
  readonly region: LungBox
  /** The size of the input that the region is brought to. */
  readonly columns: number
  readonly rows: number
  /** Whether all but the lungs is filled with one grey. */
  readonly masked: boolean
  /** Null where none were found, or looked for. */
  readonly lungs: {
    readonly columns: number
    readonly rows: number
    /** How surely a pixel of the input is lung, 0 to 255; from 128 it is taken for lung. */
    readonly shares: Uint8Array
    readonly placement: GridPlacement
  } | null
}

/** Of one go through the list, which leaves out what was scored or refused before. */
export interface BatchState {
  readonly running: boolean
  readonly done: number
  readonly total: number
  readonly scored: number
  readonly refused: number
  readonly failed: number
  /** Films that failed before and have not had their second try yet. */
  readonly again: number
  /** Films a second over the last few seconds; 0 until known. */
  readonly rate: number
}

/** Scoring that the reader did not stop himself ended with films left. */
export interface BrokenOff {
  /** What put an end to it: another model was chosen, or the list was cleared, which is back now. */
  readonly why: 'model' | 'list'
  readonly again: BatchState['again']
}

/** How far the occlusion of a film is, in runs of the model. */
export interface OcclusionStep {
  readonly id: FilmId
  readonly frame: number
  readonly done: number
  readonly total: number
}

export interface SavedReport {
  /** The file's base name, or null where the reader closed the dialog. */
  readonly name: string | null
  /** In the list when it was written. */
  readonly films: number
  /** Of these, the ones that had no score yet, and are not in the file. */
  readonly unread: number
}

export type MenuCommand =
  | 'open-files'
  | 'open-folder'
  | 'undo'
  | 'score-all'
  | 'stop-scoring'
  | 'import-model'
  | 'export-pdf'
  | 'export-csv'
  | 'export-json'
  | 'toggle-heat-map'
  | 'toggle-grid'
  | 'toggle-sight'
  | 'toggle-overlays'
  | 'toggle-shutters'
  | 'toggle-text'
  | 'compare'
  | 'measure-length'
  | 'measure-angle'
  | 'measure-ratio'
  | 'next-window'
  | 'invert'
  | 'reset-view'
  | 'next-film'
  | 'previous-film'
  | 'toggle-panels'
  | 'show-keys'
