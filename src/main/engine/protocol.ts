// What main and the engine's process say to each other. Both ends are ours and of one version, so types suffice.

import type { Analysis, HeatMap, RefusalReason, Warning } from '../../shared/analysis.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Card } from '../../shared/card.ts'
import type { LungsPack, Pack } from '../packs/pack.ts'
import type { Lungs } from '../../shared/lungs.ts'
import type { ToldShade } from '../../shared/greyscale/shade.ts'
import type { Provider, SettledProvider } from '../../shared/provider.ts'
import type { FrameSource, ShownSource } from '../pipeline/analyse.ts'
import type { Film } from '../pipeline/film.ts'
import type { FilmFacts } from '../pipeline/film-facts.ts'
import type { Inspection } from '../pipeline/inspect.ts'
import type { Picture } from '../pipeline/picture.ts'
import type { Region } from '../pipeline/resample.ts'
import type { Trial } from '../providers/verdict.ts'

/** What an engine is told of its models, whose cards whoever starts it has read and checked. */
export interface CheckedPacks {
  readonly pack: Pack
  /** Null where none is installed, and where the classifier does without. */
  readonly lungs: LungsPack | null
}

export interface LoadInput extends CheckedPacks {
  /** Of one run of the model. */
  readonly threads: number
  /** One that was proven (settle-provider.ts); the CPU where it is left out. */
  readonly provider?: Provider
  /** Why it is that one, for whoever asks. */
  readonly reason?: string
  /** Why the model no longer runs where it did, for the next film that is scored or explained. */
  readonly dropped?: string
}

export interface TryInput {
  readonly pack: Pack
  readonly threads: number
  readonly provider: Provider
  /** An empty one for the profiles. Whoever starts a trial makes it and removes it, for the trial may be ended. */
  readonly folder: string
}

export interface PictureInput extends FrameSource {
  /** The longer side at most, in pixels. */
  readonly longSide: number
  /** How the reader sees it; as it is opened where nobody says. */
  readonly shade?: ToldShade | null
}

export interface TensorInput extends FrameSource {
  /** Another view than the card's, as a model wants that is still to be trained. */
  readonly view?: Card['input']
}

export interface TensorOutput {
  readonly data: Float32Array
  /** How surely each value is lung, 0 to 255, 128 and more for lung; all 0 where no lungs were looked for. */
  readonly mask: Uint8Array
  readonly film: {
    readonly rows: number
    readonly columns: number
    /** Of the film's file. */
    readonly frames: number
    readonly sha256: string
  }
  /** The part of the film that the tensor shows. */
  readonly region: Region
  readonly lungs: Pick<Lungs, 'box' | 'area'> | null
  /** Why the film would get no score; empty where it would. */
  readonly reasons: readonly RefusalReason[]
  readonly warnings: readonly Warning[]
}

export interface OccludeOutput {
  /** None for a film that is refused. */
  readonly maps: readonly HeatMap[]
  /** What ran the model in the end. */
  readonly provider: Provider
  /** What the reader should know of the runs. */
  readonly warnings: readonly Warning[]
}

export interface EngineMethods {
  load: { input: LoadInput; output: SettledProvider }
  /** Runs the model's golden films on a provider. */
  try: { input: TryInput; output: Trial }
  open: { input: ShownSource; output: Film }
  analyse: { input: FrameSource; output: Analysis }
  /** What each score loses where a part of the film is covered. */
  occlude: { input: FrameSource; output: OccludeOutput }
  /** The film in 8 bits as it looks to the reader, or when opened, for reports. */
  picture: { input: PictureInput; output: Picture & { readonly facts: FilmFacts } }
  /** The model's input for a film. */
  tensor: { input: TensorInput; output: TensorOutput }
  /** All that a file says of itself, and figures of its stored values, frame by frame. */
  inspect: { input: { readonly path: string }; output: Inspection }
}

export type MethodName = keyof EngineMethods
export type Input<Method extends MethodName> = EngineMethods[Method]['input']
export type Output<Method extends MethodName> = EngineMethods[Method]['output']

export interface Call<Method extends MethodName = MethodName> {
  readonly id: number
  readonly method: Method
  readonly input: Input<Method>
}

/** How far the call is that is worked on, for those that take long: occlusion counts its runs of the model. */
export interface Step {
  readonly id: number
  readonly step: number
}

export type Reply =
  { readonly id: number; readonly ok: true; readonly value: unknown } | (Failure & { readonly id: number })
