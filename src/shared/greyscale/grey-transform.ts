// The parameters of the grey pipeline of PS3.4 N.2, as a file gives them and a reader changes them.

export type WindowFunction = 'LINEAR' | 'LINEAR_EXACT' | 'SIGMOID'

/** PS3.3 C.11.2.1.2, on values after the modality LUT. */
export interface Window {
  readonly centre: number
  readonly width: number
  readonly function: WindowFunction
  /** (0028,1055), or a name of ours such as 'Full range'. */
  readonly name: string
}

/** PS3.3 C.11.1 and C.11.2: a table whose first entry stands for `firstMapped`; entries have `bits` bits. */
export interface LookUpTable {
  readonly firstMapped: number
  readonly bits: number
  readonly entries: Uint16Array
  readonly name: string
}

export type ModalityTransform =
  | { readonly kind: 'rescale'; readonly slope: number; readonly intercept: number; readonly unit: string }
  | { readonly kind: 'table'; readonly table: LookUpTable }

export interface GreyTransform {
  readonly modality: ModalityTransform
  /** The file's own windows, in its order. */
  readonly windows: readonly Window[]
  /** The file's own VOI LUTs, in its order; the first applies unless switched off (PS3.4 N.2.1.3). */
  readonly voiTables: readonly LookUpTable[]
  /** Whether the smallest value is shown white: MONOCHROME1 or Presentation LUT Shape INVERSE. */
  readonly inverted: boolean
}

/** What stands between modality values and the screen at this moment. */
export type Voi =
  | { readonly kind: 'window'; readonly window: Window }
  | { readonly kind: 'table'; readonly table: LookUpTable }
