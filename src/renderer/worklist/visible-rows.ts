// Which rows of a long list are worth having in the document. Ten thousand films cost no more than twenty.

export const ROW_HEIGHT = 46
// Rows kept beyond each edge, so that a quick scroll meets no gap.
const MARGIN = 8

export interface Rows {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

export function visibleRows(scrolled: number, height: number, count: number): Rows {
  const first = Math.max(Math.floor(scrolled / ROW_HEIGHT) - MARGIN, 0)
  const end = Math.min(Math.ceil((scrolled + height) / ROW_HEIGHT) + MARGIN, count)
  return { first: Math.min(first, end), end }
}

/** How far to scroll so that the row is wholly seen, and no farther. */
export function scrollToRow(row: number, scrolled: number, height: number): number {
  const top = row * ROW_HEIGHT
  if (top < scrolled) return top
  return Math.max(scrolled, top + ROW_HEIGHT - height)
}
