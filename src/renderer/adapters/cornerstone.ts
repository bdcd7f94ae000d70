// The one file that knows cornerstone-core. It speaks of films, tables and placements; cornerstone holds the canvas
// and draws. Its own window is LINEAR_EXACT and never runs: every image carries our table as its cached one.

import * as cornerstone from 'cornerstone-core'
import type { FilmPicture } from '../viewer/loaded-film.ts'
import { pixelShape } from '../../shared/measuring/pixel-shape.ts'
import type { CanvasSize, Placement } from '../viewer/view.ts'

export interface Stage {
  /** Device pixels. */
  resize(size: CanvasSize): void
  put(loaded: FilmPicture): void
  /** A table as grey-bytes.ts makes it. */
  shade(table: Uint8ClampedArray): void
  place(placement: Placement): void
  remove(): void
}

export interface StageEvents {
  /** Before every frame of the screen: the time to bring table and placement up to date. */
  readonly beforeFrame: () => void
  /** A film has been drawn. */
  readonly drawn: () => void
}

export function openStage(element: HTMLElement, { beforeFrame, drawn }: StageEvents): Stage {
  element.addEventListener(cornerstone.EVENTS.PRE_RENDER, beforeFrame)
  element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, drawn)
  cornerstone.enable(element)
  const canvas = element.querySelector('canvas')
  let image: cornerstone.Image | null = null
  let tables = 0

  return {
    // Cornerstone's own resize() counts in points of the page, which blurs on dense screens.
    resize: ({ width, height }) => {
      if (!canvas) return
      canvas.width = width
      canvas.height = height
      canvas.style.width = '100%'
      canvas.style.height = '100%'
      if (image) cornerstone.updateImage(element)
    },
    put: (loaded) => {
      image = cornerstoneImage(loaded)
    },
    shade: (lutArray) => {
      if (!image) return
      // Cornerstone takes a cached table while its window is the viewport's, so a number that counts up says “new”.
      const windowCenter = ++tables
      image.cachedLut = { lutArray, windowCenter, windowWidth: 1, invert: false }
      cornerstone.displayImage(element, image, { voi: { windowCenter, windowWidth: 1 }, invert: false })
    },
    place: ({ scale, centre }) => {
      if (!image) return
      const translation = { x: image.columns / 2 - centre.x, y: image.rows / 2 - centre.y }
      // Magnified pixels are shown as they are: smoothing would draw what was never measured.
      cornerstone.setViewport(element, { scale, translation, pixelReplication: scale >= 4 })
    },
    remove: () => {
      element.removeEventListener(cornerstone.EVENTS.PRE_RENDER, beforeFrame)
      element.removeEventListener(cornerstone.EVENTS.IMAGE_RENDERED, drawn)
      cornerstone.disable(element)
    },
  }
}

function cornerstoneImage({ film, pixels, colour }: FilmPicture): cornerstone.Image {
  const shape = pixelShape(film)
  return {
    imageId: `hilum:${film.id}/${film.frame}`,
    minPixelValue: colour ? 0 : film.range.min,
    maxPixelValue: colour ? 255 : film.range.max,
    slope: 1,
    intercept: 0,
    windowCenter: 0,
    windowWidth: 1,
    rows: film.rows,
    columns: film.columns,
    height: film.rows,
    width: film.columns,
    color: colour !== null,
    rgba: colour !== null,
    invert: false,
    rowPixelSpacing: shape.down,
    columnPixelSpacing: shape.across,
    sizeInBytes: (colour ?? pixels).byteLength,
    getPixelData: () => colour ?? pixels,
  }
}
