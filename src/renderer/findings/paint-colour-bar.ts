import { heatColour } from '../../shared/heat-colour.ts'

/** The overlay's own colours over black, as strong as they lie on the film. */
export function paintColourBar(canvas: HTMLCanvasElement, strength: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const picture = context.createImageData(canvas.width, 1)
  for (let x = 0; x < canvas.width; x++) {
    const [red, green, blue, alpha] = heatColour((x + 0.5) / canvas.width)
    picture.data.set([red, green, blue, alpha * strength], x * 4)
  }
  context.putImageData(picture, 0, 0)
}
