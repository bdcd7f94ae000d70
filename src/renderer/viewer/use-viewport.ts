import { useEffect, type RefObject } from 'react'
import { happened, useWindow, windowNow } from '../state/store.ts'
import { keptSceneOf, sceneOf, type Scene } from './scene.ts'
import type { WindowState } from '../state/window-state.ts'
import type { CanvasSize } from './view.ts'
import { Viewport } from './viewport.ts'

/** The parts of the state that a viewport draws. */
const SEEN = ['reading', 'display', 'heatMap', 'comparison'] as const

export interface Surfaces {
  readonly surface: RefObject<HTMLElement | null>
  readonly stage: RefObject<HTMLElement | null>
  readonly overlay: RefObject<HTMLCanvasElement | null>
  readonly sight: RefObject<HTMLCanvasElement | null>
  readonly heat: RefObject<HTMLCanvasElement | null>
}

/** Which of two films side by side; alone, the film is the current one. */
export type Pane = 'current' | 'kept'

interface Source {
  readonly sceneOf: (state: WindowState) => Scene | null
  readonly resized: (size: CanvasSize) => void
}

// The kept film is as large as the other and follows it.
const SOURCES: Readonly<Record<Pane, Source>> = {
  current: { sceneOf, resized: (size) => happened({ type: 'canvas.resized', size }) },
  kept: { sceneOf: keptSceneOf, resized: () => undefined },
}

/** Connects the viewport to the store. It follows the store by itself: a drag must not wait for React. */
export function useViewport({ surface, stage, overlay, sight, heat }: Surfaces, pane: Pane): void {
  useEffect(() => {
    if (!surface.current || !stage.current) return undefined
    if (!overlay.current || !sight.current || !heat.current) return undefined
    const above = { overlay: overlay.current, sight: sight.current, heat: heat.current }
    const source = SOURCES[pane]
    const viewport = new Viewport(stage.current, above, markFirstFilm)
    const watch = new ResizeObserver(([entry]) => entry && resize(viewport, entry, source))
    watch.observe(surface.current, { box: 'device-pixel-content-box' })
    viewport.show(source.sceneOf(windowNow()))
    const unsubscribe = useWindow.subscribe((now, before) => {
      if (SEEN.some((part) => now[part] !== before[part])) viewport.show(source.sceneOf(now))
    })
    return () => {
      unsubscribe()
      watch.disconnect()
      viewport.remove()
    }
  }, [surface, stage, overlay, sight, heat, pane])
}

// In device pixels, so that a film is as sharp as the screen; a window moved to a denser screen is told too.
function resize(
  viewport: Viewport,
  { devicePixelContentBoxSize: [box] }: ResizeObserverEntry,
  { resized }: Source,
): void {
  if (!box) return
  const size = { width: Math.max(box.inlineSize, 1), height: Math.max(box.blockSize, 1) }
  viewport.resize(size)
  resized(size)
}

// For measuring how long the window takes from its start to the first film on screen.
function markFirstFilm(): void {
  const mark = 'hilum:first-film'
  if (performance.getEntriesByName(mark).length === 0) performance.mark(mark)
}
