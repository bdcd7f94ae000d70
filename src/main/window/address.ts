// The window's own address. file:// would give every file of the disk the page's rights; app:// has one origin.

export const SCHEME = 'app'
export const ORIGIN = 'app://hilum'
export const START = `${ORIGIN}/index.html`

export function isOurs(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`)
}

/** One value a pixel, RGBA, or 0 and 1 for all overlays. */
export type PixelPlane = 'grey' | 'colour' | 'overlay'

/** Where the page fetches the pixels of a frame. */
export function pixelsPath(id: string, frame: number, plane: PixelPlane): string {
  return `/films/${id}/${frame}/${plane}`
}

export function parsePixelsPath(path: string): { id: string; frame: number; plane: PixelPlane } | undefined {
  const match = /^\/films\/(film-\d+)\/(\d+)\/(grey|colour|overlay)$/.exec(path)
  if (match === null) return undefined
  return { id: match[1]!, frame: Number(match[2]), plane: match[3] as PixelPlane }
}
