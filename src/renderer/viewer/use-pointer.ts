import { useEffect, type RefObject } from 'react'
import { listenToPointer } from './listen-to-pointer.ts'

export function usePointer(surface: RefObject<HTMLElement | null>): void {
  useEffect(() => (surface.current ? listenToPointer(surface.current) : undefined), [surface])
}
