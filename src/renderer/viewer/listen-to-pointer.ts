// Turns what the reader does on the film into events of the store.

import type { WindowEvent } from '../state/window-event.ts'
import { happened, windowNow } from '../state/store.ts'
import { cancelled, idle, moved, nudged, pressed, type Hold, type PointerTool } from './pointer-tool.ts'
import { valueSpan } from './value-span.ts'
import type { Point } from './view.ts'

// Wheel travel, in points of the page, that doubles the film.
const DOUBLING = 400
const POINTS_A_LINE = 16

/** Returns the function that stops listening. */
export function listenToPointer(surface: HTMLElement): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let tool: PointerTool = idle

  const turn = ({ next, events }: ReturnType<typeof moved>) => {
    tool = next
    for (const event of events) happened(event)
  }
  const end = () => {
    tool = idle
  }
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) => surface.addEventListener(name, listener, { signal, passive: false })

  on('pointerdown', (event) => {
    surface.setPointerCapture(event.pointerId)
    surface.focus({ preventScroll: true })
    tool = pressed(pointOf(event, surface), event.button)
  })
  on('pointermove', (event) => {
    const hold = holdOf(surface)
    if (hold && tool.tool !== 'idle') turn(moved(tool, pointOf(event, surface), hold))
  })
  on('pointerup', end)
  on('pointercancel', () => turn(cancelled(tool)))
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
    const by = event.shiftKey ? ARROWS[event.key] : undefined
    const hold = holdOf(surface)
    if (!by || !hold) return
    event.preventDefault()
    for (const nudge of nudged(by, hold)) happened(nudge)
  })
  return () => stop.abort()
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
  const { x, y } = pointOf(event, surface)
  const density = densityOf(surface)
  const at = { x: x * density, y: y * density }
  return { type: 'view.zoomed', factor: 2 ** (-points / DOUBLING), at }
}

/** Device pixels in a point of the page, as the canvas has them. */
function densityOf(surface: HTMLElement): number {
  return windowNow().display.canvas.width / Math.max(surface.clientWidth, 1)
}

/** In points of the page, from the surface's upper left corner. */
function pointOf(event: MouseEvent, surface: HTMLElement): Point {
  const { left, top } = surface.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}
