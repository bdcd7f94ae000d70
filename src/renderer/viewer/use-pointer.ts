import { useEffect, type RefObject } from 'react'
import { useWindow } from '../state/store.ts'
import { listenToPointer } from './listen-to-pointer.ts'
import type { Pane } from './scene.ts'

export function usePointer(surface: RefObject<HTMLElement | null>, pane: Pane): void {
  // Lines are drawn by keys too, which the film must have the focus for.
  const measuring = useWindow(({ marks }) => marks.tool !== null)
  useEffect(() => {
    if (measuring && pane === 'current') surface.current?.focus({ preventScroll: true })
  }, [measuring, surface, pane])
  useEffect(() => (surface.current ? listenToPointer(surface.current, pane) : undefined), [surface, pane])
}
