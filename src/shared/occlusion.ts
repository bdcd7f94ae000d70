/** Of the grid of parts that are covered one after the other: as coarse as the maps of most graphs. */
export const OCCLUSION_CELLS = 8

/** How often the model is run for it. */
export const OCCLUSION_RUNS = OCCLUSION_CELLS ** 2 + 1

/** The loss of score that is drawn as the hottest colour, the same for every film and every model. */
export const OCCLUSION_FULL_SCALE = 0.25
