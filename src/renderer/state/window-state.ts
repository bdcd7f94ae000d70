// All that the window shows, as one value. Updates are pure; store.ts holds the present one.

import type { Card } from '../../shared/card.ts'
import type {
  AppDescription,
  BatchState,
  EngineState,
  ListedModel,
  ModelEntry,
} from '../../shared/window-data.ts'
import { noComparison, updateComparison, type Comparison } from './comparison.ts'
import { emptyDisplay, updateDisplay, type Display } from './display.ts'
import { firstHeatMapChoice, updateHeatMapChoice, type HeatMapChoice } from './heat-map-choice.ts'
import { noMarks, updateMarks, type Marks } from './marks.ts'
import { noMessages, updateMessages, type Messages } from './messages.ts'
import { emptyReading, updateReading, type Reading } from './reading.ts'
import type { WindowEvent } from './window-event.ts'
import { emptyWorklist, updateWorklist, type Worklist } from './worklist.ts'

export interface WindowState {
  readonly app: AppDescription | null
  readonly engine: EngineState
  /** The default first. */
  readonly models: readonly ListedModel[]
  /** Why others that lie among them can’t be used; sentences. */
  readonly modelProblems: readonly string[]
  /** The one that is being loaded, if any; until it is there the chosen one is in use. */
  readonly modelAsked: string | null
  readonly batch: BatchState
  readonly worklist: Worklist
  readonly reading: Reading
  readonly comparison: Comparison
  readonly display: Display
  readonly heatMap: HeatMapChoice
  readonly marks: Marks
  readonly messages: Messages
  /** Whether the list and the findings stand beside the film, or leave it all of the width. */
  readonly panels: boolean
  /** What stands over the window. */
  readonly dialog: 'model-card' | 'keys' | null
  readonly dropping: boolean
}

export const initialState: WindowState = {
  app: null,
  engine: { status: 'starting', provider: '', reason: '', message: '' },
  models: [],
  modelProblems: [],
  modelAsked: null,
  batch: { running: false, done: 0, total: 0, scored: 0, refused: 0, failed: 0, again: 0, rate: 0 },
  worklist: emptyWorklist,
  reading: emptyReading,
  comparison: noComparison,
  display: emptyDisplay,
  heatMap: firstHeatMapChoice,
  marks: noMarks,
  messages: noMessages,
  panels: true,
  dialog: null,
  dropping: false,
}

export function updateWindow(state: WindowState, event: WindowEvent): WindowState {
  return {
    app: event.type === 'app.described' ? event.app : state.app,
    engine: updateEngine(state.engine, event),
    models: updateModels(state.models, event),
    modelProblems: event.type === 'models.listed' ? event.problems : state.modelProblems,
    modelAsked: updateModelAsked(state.modelAsked, event),
    batch: event.type === 'batch.changed' ? event.batch : state.batch,
    worklist: updateWorklist(state.worklist, event),
    reading: updateReading(state.reading, event),
    comparison: updateComparison(state.comparison, event, state.reading),
    // Stale pixels change neither the reading nor the display.
    display: isStale(state, event) ? state.display : updateDisplay(state.display, event),
    heatMap: updateHeatMapChoice(state.heatMap, event),
    marks: updateMarks(state.marks, event),
    messages: updateMessages(state.messages, event),
    panels: event.type === 'panels.toggled' ? !state.panels : state.panels,
    dialog: updateDialog(state.dialog, event),
    dropping: updateDropping(state.dropping, event),
  }
}

export function chosenCard(models: readonly ModelEntry[]): Card | null {
  return models.find(({ chosen }) => chosen)?.card ?? null
}

function updateEngine(engine: EngineState, event: WindowEvent): EngineState {
  if (event.type === 'engine.changed') return event.engine
  return event.type === 'app.described' ? event.app.engine : engine
}

function updateModels(models: readonly ListedModel[], event: WindowEvent): readonly ListedModel[] {
  if (event.type === 'models.listed') return event.models
  if (event.type !== 'model.chosen') return models
  return models.map((one) => ({ ...one, chosen: one.card.id === event.model.card.id }))
}

/** Of two that are asked for one after the other, the last is waited for. */
function updateModelAsked(asked: string | null, event: WindowEvent): string | null {
  if (event.type === 'model.asked') return event.id
  return event.type === 'model.answered' && event.id === asked ? null : asked
}

function isStale(state: WindowState, event: WindowEvent): boolean {
  if (event.type !== 'film.shown') return false
  const { id, frame } = event.loaded.film
  return id !== state.reading.id || frame !== state.reading.frame
}

function updateDialog(dialog: WindowState['dialog'], { type }: WindowEvent): WindowState['dialog'] {
  if (type === 'model-card.opened') return 'model-card'
  if (type === 'keys.opened') return 'keys'
  return type === 'dialog.closed' ? null : dialog
}

function updateDropping(dropping: boolean, { type }: WindowEvent): boolean {
  if (type === 'drop.entered') return true
  return type === 'drop.left' ? false : dropping
}
