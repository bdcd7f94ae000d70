import { heatColour } from '../../shared/heat-colour.ts'

/** What the bar's colours lie over: the grey of a lung field, as they do on the film and in the report. */
const FILM_GREY = 96

/** The overlay's own colours, as strong as they are drawn. */
export function paintColourBar(canvas: HTMLCanvasElement, strength: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const picture = context.createImageData(canvas.width, 1)
  for (let x = 0; x < canvas.width; x++) {
    const [red, green, blue, alpha] = heatColour((x + 0.5) / canvas.width)
    const over = (colour: number) => FILM_GREY + ((colour - FILM_GREY) * alpha * strength) / 255
    picture.data.set([over(red), over(green), over(blue), 255], x * 4)
  }
  context.putImageData(picture, 0, 0)
}
