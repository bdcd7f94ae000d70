// The part of cornerstone-core 2.6 that the adapter uses; the package brings no types.

declare module 'cornerstone-core' {
  export interface Image {
    readonly imageId: string
    readonly minPixelValue: number
    readonly maxPixelValue: number
    readonly slope: number
    readonly intercept: number
    readonly windowCenter: number
    readonly windowWidth: number
    readonly rows: number
    readonly columns: number
    readonly height: number
    readonly width: number
    readonly color: boolean
    readonly rgba: boolean
    readonly invert: boolean
    readonly rowPixelSpacing: number
    readonly columnPixelSpacing: number
    readonly sizeInBytes: number
    readonly getPixelData: () => ArrayLike<number>
    cachedLut?: {
      readonly lutArray: Uint8ClampedArray
      readonly windowCenter: number
      readonly windowWidth: number
      readonly invert: boolean
    }
  }

  export interface Viewport {
    scale: number
    translation: { x: number; y: number }
    voi: { windowCenter: number; windowWidth: number }
    invert: boolean
    pixelReplication: boolean
  }

  export const EVENTS: { readonly PRE_RENDER: string; readonly IMAGE_RENDERED: string }

  export function enable(element: HTMLElement): void
  export function disable(element: HTMLElement): void
  export function displayImage(element: HTMLElement, image: Image, viewport: Partial<Viewport>): void
  export function setViewport(element: HTMLElement, viewport: Partial<Viewport>): void
  export function updateImage(element: HTMLElement): void
  export function pixelToCanvas(
    element: HTMLElement,
    point: { x: number; y: number },
  ): { x: number; y: number }
}
