// Our own viewport: the film by the display kernel, the heat map on a canvas above it, both placed by the same view.
// It draws once a frame at most, however often it is told something.

import { openStage, type Stage } from '../adapters/cornerstone.ts'
import { colourBytes, greyBytes } from './grey-bytes.ts'
import { HeatMapLayer } from './heat-map-layer.ts'
import type { LoadedFilm } from './loaded-film.ts'
import { sameHeat, type Scene } from './scene.ts'
import { filmToCanvas, placementOf, type CanvasSize } from './view.ts'

export class Viewport {
  readonly #stage: Stage
  readonly #heat: HeatMapLayer
  readonly #onDrawn: (loaded: LoadedFilm) => void
  #size: CanvasSize = { width: 1, height: 1 }
  #wanted: Scene | null = null
  #drawn: Scene | null = null
  #resized = false

  constructor(film: HTMLElement, heat: HTMLCanvasElement, onDrawn: (loaded: LoadedFilm) => void) {
    this.#onDrawn = onDrawn
    this.#heat = new HeatMapLayer(heat)
    this.#stage = openStage(film, {
      beforeFrame: () => this.#bringUpToDate(),
      drawn: () => this.#wanted && this.#onDrawn(this.#wanted.loaded),
    })
  }

  show(scene: Scene | null): void {
    this.#wanted = scene
    if (!scene) this.#heat.clear()
  }

  resize(size: CanvasSize): void {
    this.#size = size
    this.#stage.resize(size)
    this.#heat.resize(size)
    this.#resized = true
  }

  remove(): void {
    this.#stage.remove()
  }

  #bringUpToDate(): void {
    const [now, before] = [this.#wanted, this.#drawn]
    if (!now || (now === before && !this.#resized)) return
    this.#drawFilm(now, before)
    const still = now.view === before?.view && now.loaded === before.loaded && !this.#resized
    if (!still || !sameHeat(now.heatMap, before.heatMap)) this.#drawHeat(now)
    this.#drawn = now
    this.#resized = false
  }

  #drawFilm(now: Scene, before: Scene | null): void {
    const { loaded, view } = now
    if (loaded !== before?.loaded) this.#stage.put(loaded)
    if (loaded !== before?.loaded || now.voi !== before.voi || now.turned !== before.turned) {
      this.#stage.shade(loaded.colour ? colourBytes(loaded.film, now) : greyBytes(loaded.film, now))
    }
    this.#stage.place(placementOf(view, loaded.film, this.#size))
  }

  #drawHeat({ heatMap, loaded, view }: Scene): void {
    if (heatMap) this.#heat.draw(heatMap, filmToCanvas(view, loaded.film, this.#size), loaded.film)
    else this.#heat.clear()
  }
}
