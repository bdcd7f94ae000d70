// Everything that can change what the window shows: the reader's doings and main's answers alike.

import type { MarkKind } from '../../shared/measuring/measured.ts'
import type { Point } from '../../shared/point.ts'
import type { Analysis, MapMethod } from '../../shared/analysis.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Voi, Window } from '../../shared/greyscale/grey-transform.ts'
import type { FilmId } from '../../shared/units.ts'
import type {
  AppDescription,
  BatchState,
  EngineState,
  FilmEntry,
  FilmStateChange,
  ModelEntry,
  ModelList,
  ModelSight,
  OcclusionStep,
} from '../../shared/window-data.ts'
import type { LoadedFilm } from '../viewer/loaded-film.ts'
import type { CanvasSize } from '../viewer/view.ts'
import type { HeldEnd } from './held-end.ts'
import type { Message, Offer } from './message.ts'
import type { WorklistFilter } from './worklist-filter.ts'
import type { WorklistOrder } from './worklist-order.ts'

interface Frame {
  readonly id: FilmId
  readonly frame: number
}

export type WindowEvent =
  | { readonly type: 'app.described'; readonly app: AppDescription }
  | { readonly type: 'engine.changed'; readonly engine: EngineState }
  | ({ readonly type: 'models.listed' } & ModelList)
  /** It is being loaded; the chosen one is still the one before. */
  | { readonly type: 'model.asked'; readonly id: string }
  /** It is loaded, or could not be. */
  | { readonly type: 'model.answered'; readonly id: string }
  | { readonly type: 'model.chosen'; readonly model: ModelEntry }
  | { readonly type: 'batch.changed'; readonly batch: BatchState }
  | { readonly type: 'films.changed'; readonly films: readonly FilmEntry[] }
  /** Some came of the reader’s opening files or folders. */
  | { readonly type: 'films.opened' }
  | { readonly type: 'films.states'; readonly changes: readonly FilmStateChange[] }
  /** By the order that it has already, the list goes by the films' states of now. */
  | { readonly type: 'worklist.ordered'; readonly order: WorklistOrder }
  | { readonly type: 'worklist.filtered'; readonly filter: WorklistFilter }
  | ({ readonly type: 'film.chosen' } & Frame)
  | { readonly type: 'film.shown'; readonly loaded: LoadedFilm }
  | ({ readonly type: 'film.failed'; readonly code: ErrorCode; readonly message: string } & Frame)
  | ({ readonly type: 'analysis.started' } & Frame)
  | ({ readonly type: 'analysis.arrived'; readonly analysis: Analysis } & Frame)
  | ({ readonly type: 'analysis.failed'; readonly message: string } & Frame)
  | ({ readonly type: 'occlusion.started' } & Frame)
  | ({ readonly type: 'occlusion.stepped' } & OcclusionStep)
  | ({ readonly type: 'occlusion.ended' } & Frame)
  | ({ readonly type: 'sight.arrived'; readonly sight: ModelSight } & Frame)
  /** The film on screen is kept beside the next ones, or the kept one is let go. */
  | { readonly type: 'comparison.toggled' }
  | { readonly type: 'sight.toggled' }
  /** Chosen again, the tool is put down. */
  | { readonly type: 'tool.chosen'; readonly kind: MarkKind }
  | { readonly type: 'tool.left' }
  | ({ readonly type: 'cursor.moved'; readonly at: Point } & Frame)
  | ({ readonly type: 'line.begun'; readonly at: Point } & Frame)
  | ({ readonly type: 'end.held' } & HeldEnd)
  /** By a key, at once. */
  | ({ readonly type: 'end.moved'; readonly to: Point } & HeldEnd)
  /** The end that is held, or else the line that is drawn, follows the pointer. */
  | { readonly type: 'line.moved'; readonly to: Point }
  | { readonly type: 'line.ended' }
  | { readonly type: 'mark.removed'; readonly key: number }
  /** The one that was removed last comes back. */
  | { readonly type: 'mark.restored' }
  | { readonly type: 'voi.chosen'; readonly voi: Voi }
  | { readonly type: 'window.dragged'; readonly window: Window }
  /** A VOI LUT gives way to the window nearest to it; `turns` where the table ran from bright to dark. */
  | { readonly type: 'table.left'; readonly window: Window; readonly turns: boolean }
  | { readonly type: 'grey.turned' }
  | { readonly type: 'overlays.toggled' }
  | { readonly type: 'shutters.toggled' }
  | { readonly type: 'corner-text.toggled' }
  | { readonly type: 'canvas.resized'; readonly size: CanvasSize }
  | { readonly type: 'view.zoomed'; readonly factor: number; readonly at: Point }
  | { readonly type: 'view.panned'; readonly by: Point }
  | { readonly type: 'view.fitted' }
  | { readonly type: 'view.actual-size' }
  | { readonly type: 'display.reset' }
  | { readonly type: 'heat-map.toggled' }
  | { readonly type: 'heat-map.label-chosen'; readonly label: string }
  | { readonly type: 'heat-map.method-chosen'; readonly method: MapMethod }
  | { readonly type: 'heat-map.below-toggled' }
  | { readonly type: 'heat-map.grid-toggled' }
  | { readonly type: 'heat-map.strength-chosen'; readonly strength: number }
  | {
      readonly type: 'message.added'
      readonly tone: Message['tone']
      readonly text: string
      readonly about?: 'opening'
      readonly offer?: Offer
    }
  | { readonly type: 'work.ended' }
  | { readonly type: 'message.dismissed'; readonly key: number }
  | { readonly type: 'panels.toggled' }
  | { readonly type: 'model-card.opened' }
  | { readonly type: 'keys.opened' }
  | { readonly type: 'dialog.closed' }
  | { readonly type: 'drop.entered' }
  | { readonly type: 'drop.left' }
