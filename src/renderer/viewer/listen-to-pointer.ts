// Turns what the reader does on the film into events of the store.

import type { Point } from '../../shared/point.ts'
import type { WindowEvent } from '../state/window-event.ts'
import { happened, windowNow } from '../state/store.ts'
import { lineBegun, lineByKey, lineMoved } from './draw-lines.ts'
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
    if (windowNow().marks.tool && event.button === LEFT_BUTTON) {
      tellAll(lineBegun(windowNow(), pane, devicePointOf(event, surface)))
    } else tool = pressed(pointOf(event, surface), event.button)
  })
  on('pointermove', (event) => {
    if (event.buttons > 0 && windowNow().marks.drawing)
      tellAll(lineMoved(windowNow(), pane, devicePointOf(event, surface)))
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
    if (event.key === 'Escape' && tool.tool !== 'idle') {
      turn(cancelled(tool))
      event.preventDefault()
      return
    }
    const lines = windowNow().marks.tool ? lineByKey(windowNow(), pane, event) : []
    if (lines.length > 0) {
      tellAll(lines)
      event.preventDefault()
      return
    }
    const by = event.shiftKey ? ARROWS[event.key] : undefined
    const hold = holdOf(surface)
    if (!by || !hold) return
    event.preventDefault()
    tellAll(nudged(by, hold))
  })
  return () => stop.abort()
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
