import { useEffect, type RefObject } from 'react'
import { happened, useWindow, windowNow } from '../state/store.ts'
import { sceneOf } from './scene.ts'
import { Viewport } from './viewport.ts'

/** Connects the viewport to the store. It follows the store by itself: a drag must not wait for React. */
export function useViewport(
  surface: RefObject<HTMLElement | null>,
  stage: RefObject<HTMLElement | null>,
  heat: RefObject<HTMLCanvasElement | null>,
): void {
  useEffect(() => {
    if (!surface.current || !stage.current || !heat.current) return undefined
    const viewport = new Viewport(stage.current, heat.current, markFirstFilm)
    const watch = new ResizeObserver(([entry]) => entry && resize(viewport, entry))
    watch.observe(surface.current)
    viewport.show(sceneOf(windowNow()))
    const unsubscribe = useWindow.subscribe((now, before) => {
      const same = now.reading === before.reading && now.display === before.display
      if (!same || now.heatMap !== before.heatMap) viewport.show(sceneOf(now))
    })
    return () => {
      unsubscribe()
      watch.disconnect()
      viewport.remove()
    }
  }, [surface, stage, heat])
}

function resize(viewport: Viewport, { contentRect }: ResizeObserverEntry): void {
  const size = {
    width: Math.max(Math.round(contentRect.width * devicePixelRatio), 1),
    height: Math.max(Math.round(contentRect.height * devicePixelRatio), 1),
  }
  viewport.resize(size)
  happened({ type: 'canvas.resized', size })
}

// For measuring how long the window takes from its start to the first film on screen.
function markFirstFilm(): void {
  const mark = 'hilum:first-film'
  if (performance.getEntriesByName(mark).length === 0) performance.mark(mark)
}
