import { happened, windowNow } from '../state/store.ts'

export function zoomAtMiddle(factor: number): void {
  const { width, height } = windowNow().display.canvas
  happened({ type: 'view.zoomed', factor, at: { x: width / 2, y: height / 2 } })
}
