// Measures in points on A4, and the few colours and sizes that the report uses.

export const PAGE = { width: 595.28, height: 841.89 }
export const MARGIN = { left: 50, right: 50, top: 62, bottom: 84 }
export const LEFT = MARGIN.left
export const RIGHT = PAGE.width - MARGIN.right
export const CONTENT_WIDTH = RIGHT - LEFT
export const BOTTOM = PAGE.height - MARGIN.bottom

/** In points from the page's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const INK = '#15202b'
export const QUIET = '#566471'
export const FAINT = '#7d8994'
export const RULE = '#d5dbe1'
export const SHADE = '#f3f5f7'
export const ACCENT = '#0f5c73'
export const NOTICE = '#7a3d00'
export const NOTICE_SHADE = '#fdf5ea'
/** Of the bars; the words beside them say the same, so nothing is told by colour alone. */
export const BAR = { positive: '#b4471e', indeterminate: '#b58a1b', negative: '#6f8596' } as const

export const SIZE = { title: 24, section: 12.5, body: 9.5, small: 8.2, table: 8.4, foot: 7 }

/** Beside the word for a band; the shapes differ without colour. */
export const BAND_SHAPE = { positive: '▲', indeterminate: '◆', negative: '▽' } as const
