import { useCallback, useEffect, useState, type RefObject } from 'react'
import { scrollToRow } from './visible-rows.ts'

/** How far a list is scrolled and how high it is; `follow` brings a row into view. */
export function useScroll(list: RefObject<HTMLElement | null>) {
  const [scrolled, setScrolled] = useState(0)
  const [height, setHeight] = useState(0)

  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    const watch = new ResizeObserver(() => setHeight(element.clientHeight))
    const scroll = () => setScrolled(element.scrollTop)
    watch.observe(element)
    element.addEventListener('scroll', scroll, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', scroll)
    }
  }, [list])

  const follow = useCallback(
    (row: number | undefined) => {
      const element = list.current
      if (!element || row === undefined) return
      element.scrollTop = scrollToRow(row, element.scrollTop, element.clientHeight)
    },
    [list],
  )
  return { scrolled, height, follow }
}
