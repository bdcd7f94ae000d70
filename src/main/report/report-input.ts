// All that the report needs to know, as plain values. It asks for nothing more: the same input gives the same bytes.

import type { Band, MapMethod, Finding, HeatMap, Warning } from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import type { Line } from '../../shared/measuring/measured.ts'

export interface ReportInput {
  readonly appVersion: string
  /** Printed, and the only date in the file. */
  readonly createdAt: Date
  /** A card does as it is. */
  readonly model: ReportModel
  /** As results carry it: 'cuda', or 'cuda, cpu' where one gave out on the way. */
  readonly provider: string
  /** Why it was that one; sentences. */
  readonly providerReason?: string
  /** One for each frame of each film, in the order of the list. */
  readonly rows: readonly ReportRow[]
  /** Films of the list that were not scored yet, and have no row. */
  readonly unread: number
  /** The films with a page of their own. */
  readonly films: readonly ReportFilm[]
}

export type ReportModel = Pick<
  Card,
  'id' | 'version' | 'name' | 'sha256' | 'labels' | 'figures' | 'intendedUse' | 'limits' | 'citation'
>

interface RowBase {
  /** The file's base name, or what its namesakes are told apart by; never a path. */
  readonly name: string
  /** Counts from 0. */
  readonly frame: number
  /** Of the file's bytes; null where they could not be read. */
  readonly sha256: string | null
  readonly warnings: readonly Warning[]
}

export interface ScoredRow extends RowBase {
  readonly status: 'scored'
  /** In the order of the model's labels. */
  readonly findings: readonly Finding[]
  readonly label: string
  readonly band: Band
  /** What ran the model on this frame. */
  readonly provider: string
}

/** A film without a score: refused by the gate, or failed on the way. */
export interface UnscoredRow extends RowBase {
  readonly status: 'refused' | 'failed'
  readonly code: string
  readonly message: string
}

export type ReportRow = ScoredRow | UnscoredRow

export interface ReportFilm {
  /** One of the report's `rows`. */
  readonly row: ReportRow
  /** 0 black to 255 white; null where the film could not be decoded. */
  readonly picture: ReportPicture | null
  /** In pixels of the picture's film, see `HeatMap`; drawn only on a scored film. */
  readonly heat: HeatMap | null
  /** How the model explains the film's scores; empty where it does not. */
  readonly methods: readonly MapMethod[]
  /** Whether the picture is in the greys that the reader sees, and not in those that the film opens with. */
  readonly isOnScreen: boolean
  /** What the picture’s greys go by, e.g. 'Window: centre 2010, width 3700'; '' where there is none. */
  readonly greys: string
  /** What was measured on the film. */
  readonly marks: readonly ReportMark[]
  /** What its millimetres were measured by; '' where nothing was measured. */
  readonly scale: string
  /** What the reader may want to know of the film, e.g. ['View', 'PA']. */
  readonly facts: readonly (readonly [name: string, value: string])[]
}

export interface ReportMark {
  /** In pixels of the picture. */
  readonly lines: readonly Line[]
  /** As the window says it. */
  readonly text: string
}

/** The longer side of a film's picture: half a page's width at about 300 dots an inch, so that the printer decides. */
export const PICTURE_LONG_SIDE = 1024

export interface ReportPicture {
  readonly rows: number
  readonly columns: number
  /** One byte a pixel, row by row. */
  readonly grey: Uint8Array
  /** Height of a pixel over its width; 1 where the file says nothing. */
  readonly pixelAspect: number
}
