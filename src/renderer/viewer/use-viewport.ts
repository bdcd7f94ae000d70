import { useEffect, type RefObject } from 'react'
import { happened, useWindow, windowNow } from '../state/store.ts'
import { sceneOf, type Pane } from './scene.ts'
import { Viewport } from './viewport.ts'

/** The parts of the state that a viewport draws. */
const SEEN = ['reading', 'display', 'heatMap', 'comparison', 'marks'] as const

export interface Surfaces {
  readonly surface: RefObject<HTMLElement | null>
  readonly stage: RefObject<HTMLElement | null>
  readonly overlay: RefObject<HTMLCanvasElement | null>
  readonly sight: RefObject<HTMLCanvasElement | null>
  readonly heat: RefObject<HTMLCanvasElement | null>
  readonly marks: RefObject<HTMLCanvasElement | null>
}

/** Connects the viewport to the store. It follows the store by itself: a drag must not wait for React. */
export function useViewport({ surface, stage, overlay, sight, heat, marks }: Surfaces, pane: Pane): void {
  useEffect(() => {
    if (!surface.current || !stage.current) return undefined
    if (!overlay.current || !sight.current || !heat.current || !marks.current) return undefined
    const above = {
      overlay: overlay.current,
      sight: sight.current,
      heat: heat.current,
      marks: marks.current,
    }
    const viewport = new Viewport(stage.current, above, markFirstFilm)
    const watch = new ResizeObserver(([entry]) => entry && resize(viewport, entry, pane))
    watch.observe(surface.current, { box: 'device-pixel-content-box' })
    viewport.show(sceneOf(windowNow(), pane))
    const unsubscribe = useWindow.subscribe((now, before) => {
      if (SEEN.some((part) => now[part] !== before[part])) viewport.show(sceneOf(now, pane))
    })
    return () => {
      unsubscribe()
      watch.disconnect()
      viewport.remove()
    }
  }, [surface, stage, overlay, sight, heat, marks, pane])
}

// In device pixels, so that a film is as sharp as the screen; a window moved to a denser screen is told too.
function resize(
  viewport: Viewport,
  { devicePixelContentBoxSize: [box] }: ResizeObserverEntry,
  pane: Pane,
): void {
  if (!box) return
  const size = { width: Math.max(box.inlineSize, 1), height: Math.max(box.blockSize, 1) }
  viewport.resize(size)
  // The kept film is as large as the other and follows it.
  if (pane === 'current') happened({ type: 'canvas.resized', size })
}

// For measuring how long the window takes from its start to the first film on screen.
function markFirstFilm(): void {
  const mark = 'hilum:first-film'
  if (performance.getEntriesByName(mark).length === 0) performance.mark(mark)
}
