// Turns what the reader does on the film into events of the store.

import type { Point } from '../../shared/point.ts'
import type { HeldEnd } from '../state/held-end.ts'
import type { WindowEvent } from '../state/window-event.ts'
import { happened, windowNow } from '../state/store.ts'
import { lineBegun, lineByKey, lineMoved } from './draw-lines.ts'
import { endNear, REACH } from './hold-ends.ts'
import {
  cancelled,
  idle,
  LEFT_BUTTON,
  moved,
  nudged,
  pressed,
  type Hold,
  type PointerTool,
} from './pointer-tool.ts'
import type { Pane } from './scene.ts'
import { valueSpan } from './value-span.ts'

// Wheel travel, in points of the page, that doubles the film.
const DOUBLING = 400
const POINTS_A_LINE = 16

/** Returns the function that stops listening. */
export function listenToPointer(surface: HTMLElement, pane: Pane): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let tool: PointerTool = idle

  const turn = ({ next, events }: ReturnType<typeof moved>) => {
    tool = next
    tellAll(events)
  }
  const end = () => {
    tool = idle
    happened({ type: 'line.ended' })
  }
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => surface.addEventListener(name, listener, { signal, passive: false })

  on('pointerdown', (event) => {
    surface.setPointerCapture(event.pointerId)
    surface.focus({ preventScroll: true })
    const taken = event.button === LEFT_BUTTON && takesMark(event, surface, pane)
    if (!taken) tool = pressed(pointOf(event, surface), event.button)
  })
  on('pointermove', (event) => {
    const { drawing, held } = windowNow().marks
    if (event.buttons === 0) surface.toggleAttribute('data-at-end', endAt(event, surface, pane) !== null)
    else if (drawing || held) tellAll(lineMoved(windowNow(), pane, devicePointOf(event, surface)))
    const hold = holdOf(surface)
    if (hold && tool.tool !== 'idle') turn(moved(tool, pointOf(event, surface), hold))
  })
  on('pointerup', end)
  on('pointercancel', () => {
    turn(cancelled(tool))
    happened({ type: 'tool.left' })
  })
  on('dblclick', () => happened({ type: 'view.fitted' }))
  on('contextmenu', (event) => event.preventDefault())
  on('wheel', (event) => {
    event.preventDefault()
    happened(zoomOf(event, surface))
  })
  on('keydown', (event) => {
    const { held } = windowNow().marks
    const taken = event.key === 'Escape' && (held !== null || tool.tool !== 'idle')
    if (taken) turn(cancelled(tool))
    if (taken && held) happened({ type: 'tool.left' })
    const events = taken ? [] : eventsOfKey(event, surface, pane)
    tellAll(events)
    if (taken || events.length > 0) event.preventDefault()
  })
  return () => stop.abort()
}

/** With a tool in hand a press begins a line; without one it takes the end of a line that is there. */
function takesMark(event: MouseEvent, surface: HTMLElement, pane: Pane): boolean {
  const at = devicePointOf(event, surface)
  const end = endAt(event, surface, pane)
  if (windowNow().marks.tool) tellAll(lineBegun(windowNow(), pane, at))
  else if (end) happened({ type: 'end.held', ...end })
  else return false
  return true
}

function endAt(event: MouseEvent, surface: HTMLElement, pane: Pane): HeldEnd | null {
  if (windowNow().marks.tool) return null
  return endNear(windowNow(), pane, devicePointOf(event, surface), REACH * densityOf(surface))
}

/** Lines are drawn by keys too; without a tool Shift and an arrow set the window. */
function eventsOfKey(event: KeyboardEvent, surface: HTMLElement, pane: Pane): readonly WindowEvent[] {
  const lines = windowNow().marks.tool ? lineByKey(windowNow(), pane, event) : []
  if (lines.length > 0) return lines
  const by = event.shiftKey ? ARROWS[event.key] : undefined
  const hold = holdOf(surface)
  return by && hold ? nudged(by, hold) : []
}

function tellAll(events: readonly WindowEvent[]): void {
  for (const event of events) happened(event)
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -12, y: 0 },
  ArrowRight: { x: 12, y: 0 },
  ArrowUp: { x: 0, y: -12 },
  ArrowDown: { x: 0, y: 12 },
}

function holdOf(surface: HTMLElement): Hold | null {
  const { film, voi } = windowNow().display
  return film && voi ? { voi, span: valueSpan(film), density: densityOf(surface) } : null
}

function zoomOf(event: WheelEvent, surface: HTMLElement): WindowEvent {
  const points = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * POINTS_A_LINE : event.deltaY
  return { type: 'view.zoomed', factor: 2 ** (-points / DOUBLING), at: devicePointOf(event, surface) }
}

/** Device pixels in a point of the page, as the canvas has them. */
function densityOf(surface: HTMLElement): number {
  return windowNow().display.canvas.width / Math.max(surface.clientWidth, 1)
}

function devicePointOf(event: MouseEvent, surface: HTMLElement): Point {
  const { x, y } = pointOf(event, surface)
  const density = densityOf(surface)
  return { x: x * density, y: y * density }
}

/** In points of the page, from the surface's upper left corner. */
function pointOf(event: MouseEvent, surface: HTMLElement): Point {
  const { left, top } = surface.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}
