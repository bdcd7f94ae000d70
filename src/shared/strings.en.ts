// All wording that a reader sees, for the window, the command line and the PDF alike. What belongs to one place alone
// is in strings/, by that place.

import { findingsStrings } from './strings/findings.en.ts'
import { keysStrings } from './strings/keys.en.ts'
import { providerStrings } from './strings/providers.en.ts'
import { reportStrings } from './strings/report.en.ts'
import { viewportStrings } from './strings/viewport.en.ts'
import { windowStrings } from './strings/window.en.ts'

export const strings = {
  appName: 'Hilum',
  standIn: 'a browser in place of Electron',
  notice: 'For research and education only. Not a medical device; not for diagnosis or treatment.',
  caveatScore:
    'A score says how much a film looks like the training films of a class. It is no probability of disease.',
  caveatMap: 'The heat map shows what moved the score, not where disease is.',
  insideLungs: (percent: number) => `${percent}% of the map lies inside the lungs.`,
  outsideLungs: 'The score may come from outside the lungs.',
  menu: {
    file: 'File',
    openFilm: 'Open film…',
    openFolder: 'Open folder…',
    exportPdf: 'Export PDF summary…',
    exportCsv: 'Export table as CSV…',
    exportJson: 'Export table as JSON…',
    edit: 'Edit',
    undo: 'Undo the last removal',
    film: 'Film',
    nextFilm: 'Next film',
    previousFilm: 'Previous film',
    heatMap: 'Heat map',
    grid: 'Grid of the heat map',
    sight: 'What the model sees',
    overlays: 'Overlays',
    shutters: 'Display shutters',
    text: 'Text in the corners',
    compare: 'Compare',
    measureLength: 'Measure a length',
    measureAngle: 'Measure an angle',
    measureRatio: 'Measure heart to chest',
    nextWindow: 'Next window',
    invert: 'Invert',
    resetView: 'Reset view',
    score: 'Score',
    scoreAll: 'Score all films',
    stopScoring: 'Stop scoring',
    importModel: 'Import a model…',
    computeOn: 'Compute on',
    automatic: 'Automatic',
    view: 'View',
    panels: 'Side panels',
    help: 'Help',
    keys: 'Keys and mouse…',
  },
  dialogs: {
    openFilms: 'Open films',
    openFolder: 'Open a folder of films',
    films: 'Films',
    allFiles: 'All files',
    save: { pdf: 'Export PDF summary', csv: 'Export table as CSV', json: 'Export table as JSON' },
    summaryName: 'Hilum summary',
    importModel: 'Import a model',
    importModelWhich: 'Choose the folder that holds card.json and model.onnx.',
    replaceModel: (id: string) => `There is a model “${id}” already. Replace it?`,
    replaceModelBy: (name: string, version: string) =>
      `“${name}”, version ${version}, would take its place. Scores of the model that is replaced are not mixed with the new one’s.`,
    replace: 'Replace',
    keep: 'Keep',
  },
  window: { ...windowStrings, ...viewportStrings, ...findingsStrings },
  /** How a heat map is made. */
  methods: { gradcam: 'Grad-CAM', hiresmap: 'HiResCAM', occlusion: 'Occlusion' },
  bands: { positive: 'Positive', negative: 'Negative', indeterminate: 'Indeterminate' },
  exports: {
    facts: { size: 'Size', modality: 'Modality', view: 'View' },
    window: (centre: string, width: string, name: string) =>
      `Window: centre ${centre}, width ${width}${name === '' ? '' : ` (${name})`}`,
    heatMap: {
      score: (name: string, at: { score: string; band: string; point: string }) =>
        `${name}: score ${at.score}, ${at.band}; operating point ${at.point}`,
      scale: (method: string, at: { hottest: string; fullScale: string; floor: string }) =>
        `${method}; highest value here ${at.hottest}, on a fixed scale from 0 to ${at.fullScale}; below ${at.floor} nothing is drawn`,
      occlusion: (runs: number) =>
        `What the score loses where a square of the film is covered with grey: ${runs} runs of the model for this picture.`,
      model: (id: string, version: string, hash: string) => `Model ${id} ${version}, SHA-256 ${hash}`,
    },
  },
  keys: keysStrings,
  report: reportStrings,
  providers: providerStrings,
} as const
