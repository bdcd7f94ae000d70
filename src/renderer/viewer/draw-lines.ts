// Lines that the reader draws on a film, by pointer or by keys, as events of the store.

import type { Point } from '../../shared/point.ts'
import type { WindowEvent } from '../state/window-event.ts'
import type { WindowState } from '../state/window-state.ts'
import { sceneOf, type Pane } from './scene.ts'
import { filmToCanvas, type Extent, type FilmToCanvas } from './view.ts'

/** A film as it lies on its canvas. */
export interface Ground {
  readonly film: NonNullable<WindowState['display']['film']>
  readonly to: FilmToCanvas
  /** The canvas's middle. */
  readonly middle: Point
}

export function groundOf(state: WindowState, pane: Pane): Ground | null {
  const scene = sceneOf(state, pane)
  if (!scene) return null
  const { canvas } = state.display
  const { film } = scene.loaded
  const middle = { x: canvas.width / 2, y: canvas.height / 2 }
  return { film, to: filmToCanvas(scene.view, film, canvas), middle }
}

/** `at` in device pixels of the canvas. */
export function lineBegun(state: WindowState, pane: Pane, at: Point): readonly WindowEvent[] {
  const ground = groundOf(state, pane)
  if (!ground) return []
  const { id, frame } = ground.film
  return [{ type: 'line.begun', id, frame, at: onFilm(at, ground) }]
}

export function lineMoved(state: WindowState, pane: Pane, at: Point): readonly WindowEvent[] {
  const ground = groundOf(state, pane)
  return ground ? [{ type: 'line.moved', to: onFilm(at, ground) }] : []
}

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const FAR = 10

/** What a key does to the cross, which begins in the middle; empty where it is none of these keys. */
export function lineByKey(
  state: WindowState,
  pane: Pane,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): readonly WindowEvent[] {
  const ground = groundOf(state, pane)
  if (!ground) return []
  const { cursor, drawing } = state.marks
  const { id, frame } = ground.film
  const at = cursor?.id === id && cursor.frame === frame ? cursor.at : onFilm(ground.middle, ground)
  const next = stepped(at, { key, shiftKey }, ground)
  if (next) return [{ type: 'cursor.moved', id, frame, at: next }]
  if (key !== 'Enter') return []
  if (drawing) return [{ type: 'line.ended' }]
  return [
    { type: 'cursor.moved', id, frame, at },
    { type: 'line.begun', id, frame, at },
  ]
}

/** Where an arrow key leads from a point of the film: one pixel of the screen on, with Shift ten. */
export function stepped(
  at: Point,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { film, to }: Ground,
): Point | null {
  const step = STEPS[key]
  if (!step) return null
  const pixels = shiftKey ? FAR : 1
  return within({ x: at.x + (step.x * pixels) / to.scaleX, y: at.y + (step.y * pixels) / to.scaleY }, film)
}

function onFilm({ x, y }: Point, { film, to }: Ground): Point {
  return within({ x: (x - to.shiftX) / to.scaleX, y: (y - to.shiftY) / to.scaleY }, film)
}

function within({ x, y }: Point, { rows, columns }: Extent): Point {
  return { x: Math.min(Math.max(x, 0), columns), y: Math.min(Math.max(y, 0), rows) }
}
