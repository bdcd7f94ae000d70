// The window's own address. file:// would give every file of the disk the page's rights; app:// has one origin.

export const SCHEME = 'app'
const ORIGIN = 'app://hilum'
export const START = `${ORIGIN}/index.html`

export function isOurs(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`)
}

/** One value a pixel, RGBA, or 0 and 1 for all overlays. */
export type PixelPlane = 'grey' | 'colour' | 'overlay'

export interface PixelsPlace {
  readonly id: string
  readonly frame: number
  readonly shutters: 'on' | 'off'
  readonly plane: PixelPlane
}

/** Where the page fetches the pixels of a frame. */
export function pixelsPath({ id, frame, shutters, plane }: PixelsPlace): string {
  return `/films/${id}/${frame}/${shutters === 'off' ? 'shutters-off/' : ''}${plane}`
}

export function parsePixelsPath(path: string): PixelsPlace | undefined {
  const match = /^\/films\/(film-\d+)\/(\d+)\/(shutters-off\/)?(grey|colour|overlay)$/.exec(path)
  if (match === null) return undefined
  const shutters = match[3] === undefined ? 'on' : 'off'
  return { id: match[1]!, frame: Number(match[2]), shutters, plane: match[4] as PixelPlane }
}
