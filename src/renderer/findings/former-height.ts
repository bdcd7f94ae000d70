import { useEffect, useState, type RefObject } from 'react'
import { useWindow } from '../state/store.ts'

/**
 * How high the findings of the film on screen were, while another model is asked about it: a panel that the reader has
 * scrolled keeps its place. 0 where there is nothing to keep, as with another film, whose findings begin at the top.
 */
export function useFormerHeight(findings: RefObject<HTMLElement | null>): number {
  const { id, frame, analysis } = useWindow(({ reading }) => reading)
  const isThere = analysis.kind === 'done'
  const [former, setFormer] = useState({ id, frame, height: 0 })
  useEffect(() => {
    const element = findings.current
    if (!isThere || !element) return undefined
    const watch = new ResizeObserver(() => setFormer({ id, frame, height: element.offsetHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [findings, isThere, id, frame])
  const isWaiting = analysis.kind === 'none' || analysis.kind === 'running'
  return isWaiting && former.id === id && former.frame === frame ? former.height : 0
}
