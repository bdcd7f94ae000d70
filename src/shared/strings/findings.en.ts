// Beside the film: its findings, its heat map, and what is known of the model.

export const findingsStrings = {
  // Findings
  findings: 'Findings',
  scoring: 'Scoring this film…',
  chooseAFilm: 'Choose a film to see its findings.',
  resultHeading: (band: string, finding: string) => `${band}: ${finding}`,
  refusedHeading: 'Refused: this film gets no score',
  failedHeading: 'This film could not be scored',
  cannotShow: 'This film could not be opened',
  noFindings: 'A film that cannot be opened has no findings.',
  probabilities: 'Scores',
  operatingPoint: (percent: string) => `Operating point ${percent}`,
  indeterminateBand: (low: string, high: string) => `indeterminate ${low} to ${high}`,
  /** For the class that means nothing was found “positive” would say the opposite of what is meant. */
  reached: { positive: 'Reached', negative: 'Not reached', indeterminate: 'Indeterminate' },
  meterText: (percent: string, band: string) => `${percent}, ${band}`,
  warnings: 'Warnings',
  aboutModel: 'About this model',
  model: 'Model',
  modelChooser: 'Model',
  unusableModels: (count: number) =>
    count === 1 ? '1 other model can’t be used' : `${count} other models can’t be used`,
  defaultModel: (name: string) => `${name} (default)`,
  headline: (figure: string, value: string, interval: string, split: string) =>
    `${figure} ${value} (${interval}), ${split}`,
  noFigures: 'How well it does was not measured.',
  modelVersion: (version: string, hash: string) => `Version ${version}, ${hash}`,
  modelHash: (hash: string) => `SHA-256 of the model: ${hash}`,
  sightWhole: (columns: number, rows: number) => `It sees the whole film, as ${columns} × ${rows} pixels.`,
  sightPart: (columns: number, rows: number) => `It sees what is not shaded, as ${columns} × ${rows} pixels.`,
  sightMasked: 'All but the lungs and a narrow rim is filled with one grey before it looks.',
  sightLungs: 'Outlined: the lungs as they were found.',
  sightNoLungs: 'No lungs were found.',
  loadingModel: 'Loading the model…',
  loadingNamedModel: (name: string) => `Loading “${name}”…`,
  noModel: 'No model is loaded, so films can be viewed but not scored.',

  // Heat map
  heatMapOff: 'The heat map is switched off.',
  heatMapNone: 'This model gives no heat map for this class.',
  heatMapUnexplained: 'No heat map comes with this model’s scores.',
  explainByOcclusion: 'Make one by occlusion',
  occlusionCost: (runs: number) =>
    `Covers one square of the film after the other: ${runs} runs of the model.`,
  occlusionProgress: (done: number, total: number) => `Occlusion: run ${done} of ${total} of the model`,
  occluding: 'Occlusion',
  stopOccluding: 'Stop the occlusion',
  heatMapMethod: 'Method of the heat map',
  heatMapBelow: (finding: string, percent: string, point: string) =>
    `Nothing is drawn: ${finding} is at ${percent}, below its operating point of ${point}.`,
  heatMapOf: (finding: string, method: string) => `Drawn for ${finding} (${method})`,
  occlusionOf: (finding: string) =>
    `Occlusion: what the score of ${finding} loses where a square of the film is covered with grey.`,
  showBelow: 'Show below the operating point',
  showGrid: 'Show the model’s grid',
  gridNote: (rows: number, columns: number) =>
    `The model gives ${rows} × ${columns} values; between the middles of their cells the map is interpolated.`,
  occlusionGridNote: (rows: number, columns: number) =>
    `${rows} × ${columns} squares were covered; between their middles the map is interpolated.`,
  strength: 'Strength of the heat map',
  colourBar: (most: string) => `Colours from 0 to ${most}`,
  scaleNote: (highest: string) =>
    `Highest on this film ${highest}, in the model’s own units. The scale is the same for every film.`,
  occlusionScaleNote: (highest: string) =>
    `The most that one square costs this film’s score is ${highest}. The scale is the same for every film.`,
  nothingAbove: 'Nothing on this film reaches the scale’s first colour.',

  // About this model
  close: 'Close',
  intendedUse: 'Intended use',
  limits: 'Limits',
  figures: 'Figures',
  figureColumns: {
    figure: 'Figure',
    value: 'Value',
    interval: '95% interval',
    films: 'Films',
    split: 'Measured on',
  },
  figureInterval: (low: string, high: string) => `${low} to ${high}`,
  operatingPoints: 'Operating points',
  operatingPointColumns: {
    label: 'Class',
    threshold: 'Operating point',
    indeterminate: 'Indeterminate',
    sensitivity: 'Sensitivity',
    specificity: 'Specificity',
  },
  unknown: 'not measured',
  noBand: 'none',
  trainingData: 'Training data',
  trainedOn: (name: string, films: number, patients: string) =>
    `${name}: ${films.toLocaleString('en-GB')} films, ${patients}`,
  patients: (count: number) => `${count.toLocaleString('en-GB')} patients`,
  patientsUnknown: 'patients not known',
  citation: 'Citation',
} as const
