// Our own viewport: the film by the display kernel, overlays, the model's view and heat map on canvases above it, all
// placed by the same view. It draws once a frame at most, however often it is told something.

import { openStage, type Stage } from '../adapters/cornerstone.ts'
import { colourBytes, greyBytes } from './grey-bytes.ts'
import { HeatMapLayer } from './heat-map-layer.ts'
import type { FilmPicture, LoadedFilm } from './loaded-film.ts'
import { MarksLayer } from './marks-layer.ts'
import { OverlayLayer } from './overlay-layer.ts'
import { reducedFilm, reductionFor } from './reduced-film.ts'
import { SightLayer } from './sight-layer.ts'
import { sameHeat, type Scene } from './scene.ts'
import { filmToCanvas, placementOf, sameView, type CanvasSize } from './view.ts'
import { sameVoi } from './window-choices.ts'

/** The canvases above the film, from below. */
export interface Above {
  readonly overlay: HTMLCanvasElement
  readonly sight: HTMLCanvasElement
  readonly heat: HTMLCanvasElement
  readonly marks: HTMLCanvasElement
}

export class Viewport {
  readonly #stage: Stage
  readonly #overlay: OverlayLayer
  readonly #sight: SightLayer
  readonly #heat: HeatMapLayer
  readonly #marks: MarksLayer
  readonly #onDrawn: (loaded: LoadedFilm) => void
  #size: CanvasSize = { width: 1, height: 1 }
  #wanted: Scene | null = null
  #drawn: Scene | null = null
  #resized = false
  #reductions = new Map<number, FilmPicture>()
  #reducedBy = 1

  constructor(
    film: HTMLElement,
    { overlay, sight, heat, marks }: Above,
    onDrawn: (loaded: LoadedFilm) => void,
  ) {
    this.#onDrawn = onDrawn
    this.#overlay = new OverlayLayer(overlay)
    this.#sight = new SightLayer(sight)
    this.#heat = new HeatMapLayer(heat)
    this.#marks = new MarksLayer(marks)
    this.#stage = openStage(film, {
      beforeFrame: () => this.#bringUpToDate(),
      drawn: () => this.#wanted && this.#onDrawn(this.#wanted.loaded),
    })
  }

  show(scene: Scene | null): void {
    this.#wanted = scene
    if (scene) return
    for (const layer of this.#layers) layer.clear()
  }

  resize(size: CanvasSize): void {
    this.#size = size
    this.#stage.resize(size)
    for (const layer of this.#layers) layer.resize(size)
    this.#resized = true
  }

  get #layers() {
    return [this.#overlay, this.#sight, this.#heat, this.#marks]
  }

  remove(): void {
    this.#stage.remove()
  }

  #bringUpToDate(): void {
    const [now, before] = [this.#wanted, this.#drawn]
    if (!now || (now === before && !this.#resized)) return
    this.#drawFilm(now, before)
    const still = now.loaded === before?.loaded && sameView(now.view, before.view) && !this.#resized
    if (!still || now.overlay !== before.overlay) this.#drawOverlay(now)
    if (!still || now.sight !== before.sight) this.#drawSight(now)
    if (!still || !sameHeat(now.heatMap, before.heatMap)) this.#drawHeat(now)
    if (!still || now.marks !== before.marks) this.#drawMarks(now)
    this.#drawn = now
    this.#resized = false
  }

  #drawFilm(now: Scene, before: Scene | null): void {
    const { loaded, view } = now
    const { film, colour } = loaded
    const { scale, centre } = placementOf(view, film, this.#size)
    const by = reductionFor(scale)
    const changed = loaded !== before?.loaded || by !== this.#reducedBy
    if (changed) this.#stage.put(this.#reduced(loaded, by))
    if (changed || !sameVoi(now.voi, before.voi) || now.turned !== before.turned) {
      this.#stage.shade(colour ? colourBytes(film, now) : greyBytes(film, now))
    }
    this.#stage.place({ scale: scale * by, centre: { x: centre.x / by, y: centre.y / by } })
  }

  /** Kept while the film stays, since a reader zooms to and fro. */
  #reduced(loaded: LoadedFilm, by: number): FilmPicture {
    if (this.#reductions.get(1) !== loaded) this.#reductions = reductionsAtHand(loaded)
    const reduced = this.#reductions.get(by) ?? reducedFilm(loaded, by)
    this.#reductions.set(by, reduced)
    this.#reducedBy = by
    return reduced
  }

  #drawOverlay({ overlay, loaded, view }: Scene): void {
    if (overlay) this.#overlay.draw(overlay, filmToCanvas(view, loaded.film, this.#size), loaded.film)
    else this.#overlay.clear()
  }

  #drawSight({ sight, loaded, view }: Scene): void {
    if (sight) this.#sight.draw(sight, filmToCanvas(view, loaded.film, this.#size), loaded.film)
    else this.#sight.clear()
  }

  #drawMarks({ marks, loaded: { film }, view }: Scene): void {
    this.#marks.draw(marks, film, filmToCanvas(view, film, this.#size))
  }

  #drawHeat({ heatMap, loaded, view }: Scene): void {
    if (heatMap) this.#heat.draw(heatMap, filmToCanvas(view, loaded.film, this.#size), loaded.film)
    else this.#heat.clear()
  }
}

function reductionsAtHand(loaded: LoadedFilm): Map<number, FilmPicture> {
  const { reduced } = loaded
  return new Map([[1, loaded], ...(reduced ? [[reduced.by, reduced.picture] as const] : [])])
}
