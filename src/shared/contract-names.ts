// The names of everything that crosses between the window and main. They stand apart from their schemas so
// that the preload and the window need not carry the schema library; contract.ts fails to compile if they differ.

/** What the window may ask for. */
export const WINDOW_REQUESTS = [
  'app.describe',
  'films.choose',
  'films.samples',
  'films.list',
  'films.clear',
  'films.restore',
  'film.open',
  'film.analyse',
  'film.sight',
  'film.occlude',
  'occlusion.stop',
  'batch.start',
  'batch.stop',
  'models.list',
  'models.choose',
  'models.import',
  'report.export',
] as const

/** What only the preload may ask for: it alone learns the path of a dropped file, and the window never does. */
export const PRELOAD_REQUESTS = ['films.drop'] as const

export const EVENTS = [
  'films.changed',
  'films.opened',
  'films.states',
  'batch.changed',
  'batch.broken-off',
  'occlusion.step',
  'report.writing',
  'engine.changed',
  'menu.command',
] as const

export type WindowRequest = (typeof WINDOW_REQUESTS)[number]
export type PreloadRequest = (typeof PRELOAD_REQUESTS)[number]
export type RequestName = WindowRequest | PreloadRequest
export type EventName = (typeof EVENTS)[number]
