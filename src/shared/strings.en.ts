// All wording that a reader sees, for the window, the command line and the PDF alike.

export const strings = {
  appName: 'Hilum',
  standIn: 'a browser in place of Electron',
  notice: 'For research and education only. Not a medical device; not for diagnosis or treatment.',
  caveatScore:
    'A score says how much a film looks like the training films of a class. It is no probability of disease.',
  caveatMap: 'The heat map shows what moved the score, not where disease is.',
  insideLungs: (percent: number) => `Inside the lungs: ${percent}%.`,
  outsideLungs: 'The score may come from outside the lungs.',
  menu: {
    file: 'File',
    openFilm: 'Open film…',
    openFolder: 'Open folder…',
    exportPdf: 'Export PDF summary…',
    exportCsv: 'Export table as CSV…',
    exportJson: 'Export table as JSON…',
    film: 'Film',
    nextFilm: 'Next film',
    previousFilm: 'Previous film',
    heatMap: 'Heat map',
    grid: 'Grid of the heat map',
    sight: 'What the model sees',
    overlays: 'Overlays',
    shutters: 'Display shutters',
    text: 'Text in the corners',
    invert: 'Invert',
    resetView: 'Reset view',
    score: 'Score',
    scoreAll: 'Score all films',
    stopScoring: 'Stop scoring',
    importModel: 'Import a model…',
    computeOn: 'Compute on',
    automatic: 'Automatic',
    view: 'View',
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
  window: {
    // Toolbar
    scoreAll: 'Score all',
    stopScoring: 'Stop',
    heatMapClass: 'Class of the heat map',
    heatMapClassNone: 'No heat map',
    windowChoice: 'Window',
    otherWindow: 'Other window',
    fit: 'Fit',
    actualSize: '1:1',
    actualSizeName: 'One film pixel to one screen pixel',
    reset: 'Reset',
    exportPdf: 'Export PDF',
    toolGroups: { open: 'Open', score: 'Score', view: 'View', report: 'Report' },
    windows: {
      full: 'Full range',
      opening: 'As opened',
      file: (number: number) => `Window ${number} of the file`,
      table: (number: number) => `VOI LUT ${number} of the file`,
    },

    // Worklist
    films: 'Films',
    filmCount: (count: number) => (count === 1 ? '1 film' : `${count.toLocaleString('en-GB')} films`),
    clearList: 'Clear list',
    order: 'Order of the films',
    orders: { found: 'As found', findings: 'Findings first' },
    states: { unread: 'Not scored yet', refused: 'Refused', failed: 'Failed' },
    because: (state: string, reason: string) => `${state}: ${reason}`,
    withWarnings: ', with warnings',
    called: (band: string, finding: string) => `${band}: ${finding}`,

    // Viewport
    viewport: 'Film viewport',
    film: (name: string) => `Film ${name}`,
    opening: (name: string) => `Opening ${name}…`,
    windowValues: (centre: string, width: string) => `Window centre ${centre}, width ${width}`,
    tableInUse: (name: string) => `VOI LUT ${name}`,
    windowFunctions: { LINEAR: '', LINEAR_EXACT: ' (linear exact)', SIGMOID: ' (sigmoid)' },
    zoom: (percent: string) => `Zoom ${percent}`,
    inverted: 'Inverted',
    shuttersOff: 'Display shutters off; scored with them on',
    frame: (number: number, count: number) => `Frame ${number} of ${count}`,
    frameChooser: 'Frame',
    size: (columns: number, rows: number, bits: number) => `${columns} × ${rows}, ${bits}-bit`,
    spacing: (down: string, across: string) => `${down} × ${across} mm a pixel`,
    spacingAtDetector: (down: string, across: string) => `${down} × ${across} mm a pixel, at the detector`,
    noSpacing: 'No spacing: lengths only in pixels',
    colour: 'Shown in colour, analysed as grey',
    patientId: (id: string) => `ID ${id}`,
    view: (view: string) => `View ${view}`,
    viewportKeys:
      'Drag with the left button for the window, with the right one to move, turn the wheel to zoom. ' +
      'Shift with the arrow keys sets the window.',
    tooLargeToShow: (name: string, columns: number, rows: number, most: number) =>
      `${name} has ${columns} × ${rows} pixels, and the viewport shows ${most} a side at most; score it without viewing, or make a smaller copy.`,
    pixelsIncomplete: (name: string) =>
      `The pixels of ${name} arrived incomplete; open the film again, and report it if that does not help.`,
    pixelsGone: (name: string) => `The pixels of ${name} are no longer at hand; open the film again.`,

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
    defaultModel: (name: string) => `${name} (default)`,
    headline: (figure: string, value: string, interval: string, split: string) =>
      `${figure} ${value} (${interval}), ${split}`,
    noFigures: 'How well it does was not measured.',
    modelVersion: (version: string, hash: string) => `Version ${version}, ${hash}`,
    modelHash: (hash: string) => `SHA-256 of the model: ${hash}`,
    sightWhole: (columns: number, rows: number) => `It sees the whole film, as ${columns} × ${rows} pixels.`,
    sightPart: (columns: number, rows: number) =>
      `It sees what is not shaded, as ${columns} × ${rows} pixels.`,
    sightMasked: 'All but the lungs and a narrow rim is filled with one grey before it looks.',
    sightLungs: 'Outlined: the lungs as they were found.',
    sightNoLungs: 'No lungs were found.',
    noModel: 'No model is loaded, so films can be viewed but not scored.',

    // Heat map
    heatMapOff: 'The heat map is switched off.',
    heatMapNone: 'This model gives no heat map for this class.',
    heatMapUnexplained: 'This model gives scores alone: no explanation, and so no heat map.',
    heatMapMethod: 'Method of the heat map',
    heatMapBelow: (finding: string, percent: string, point: string) =>
      `Nothing is drawn: ${finding} is at ${percent}, below its operating point of ${point}.`,
    heatMapOf: (finding: string) => `Drawn for ${finding}`,
    showBelow: 'Show below the operating point',
    showGrid: 'Show the model’s grid',
    gridNote: (rows: number, columns: number) =>
      `The model gives ${rows} × ${columns} values; between the middles of their cells the map is interpolated.`,
    strength: 'Strength of the heat map',
    colourBar: (most: string) => `Colours from 0 to ${most}`,
    scaleNote: (highest: string) =>
      `Highest on this film ${highest}, in the model’s own units. The scale is the same for every film.`,
    nothingAbove: 'Nothing on this film reaches the scale’s first colour.',
    methods: { gradcam: 'Grad-CAM', hiresmap: 'HiResCAM', occlusion: 'Occlusion' },

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
    trainedOn: (name: string, films: number, patients: string) => `${name}: ${films} films, ${patients}`,
    patients: (count: number) => `${count} patients`,
    patientsUnknown: 'patients not known',
    citation: 'Citation',

    // Status bar
    status: 'Status',
    engine: {
      starting: 'Engine starting…',
      ready: (provider: string) => `Engine ready on ${provider.toUpperCase()}`,
      restarting: 'Engine restarting…',
      failed: 'Engine stopped',
    },
    scoringProgress: 'Scoring',
    progress: (done: number, total: number, rate: string) =>
      `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} films, ${rate}`,
    rate: (filmsASecond: string) => `${filmsASecond} a second`,
    rateUnknown: 'starting…',
    batchDone: (scored: number, refused: number, failed: number) =>
      `${scored} scored, ${refused} refused, ${failed} failed`,

    // Messages and the empty window
    messages: 'Messages',
    dismiss: (text: string) => `Dismiss: ${text}`,
    saved: (name: string) => `Saved ${name}.`,
    imported: (name: string) => `Imported “${name}”. Choose it under Model to score films with it.`,
    importedInUse: (name: string) => `Imported “${name}”. It is the model in use now.`,
    passedOver: (count: number) =>
      count === 1
        ? '1 file that holds no film was passed over.'
        : `${count} files that hold no film were passed over.`,
    emptyTitle: 'Open a chest film to begin',
    whatHilumIs:
      'Hilum shows chest X-rays and lets a model score them, all on this machine. It does not diagnose, and a film without a finding here may still show disease.',
    // Not the toolbar's words: two buttons of one name are one too many for a screen reader.
    chooseFilms: 'Choose films…',
    chooseFolder: 'Choose a folder…',
    dropHere: 'Or drop films and folders anywhere in this window.',
    dropNow: 'Drop to open',
    openSamples: 'Open the sample films',
    samplesNote: 'Four computed films with no patient behind them.',
  },
  bands: { positive: 'Positive', negative: 'Negative', indeterminate: 'Indeterminate' },
  exports: {
    facts: { size: 'Size', modality: 'Modality', view: 'View' },
    window: (centre: string, width: string, name: string) =>
      `centre ${centre}, width ${width}${name === '' ? '' : ` (${name})`}`,
    heatMap: {
      score: (name: string, score: string, band: string) => `${name}: score ${score}, ${band}`,
      scale: (method: string, hottest: string, fullScale: string) =>
        `${method}; highest value here ${hottest}, on a fixed scale from 0 to ${fullScale}`,
      occlusion: (runs: number) =>
        `What the score loses where a square of the film is covered with grey: ${runs} runs of the model for this picture.`,
      model: (id: string, version: string, hash: string) => `Model ${id} ${version}, SHA-256 ${hash}`,
    },
  },
  report: {
    language: 'en-GB',
    title: 'Chest film summary',
    subject: 'Scores of chest films by a local model. For research and education only.',
    created: 'Created',
    films: (count: number) => (count === 1 ? '1 film' : `${count.toLocaleString('en-GB')} films`),
    scored: (count: number) => `${count.toLocaleString('en-GB')} scored`,
    refused: (count: number) => `${count.toLocaleString('en-GB')} refused`,
    failed: (count: number) => `${count.toLocaleString('en-GB')} failed`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    outline: { summary: 'Summary', table: 'All films', film: (number: number) => `Film ${number}` },
    findings: {
      heading: 'Findings',
      class: 'Class',
      operatingPoint: 'Operating point',
      betweenBand: 'Too near to call',
      sensitivity: 'Sensitivity',
      specificity: 'Specificity',
      unknown: 'not known',
      none: 'No film was scored.',
      calls: (positive: number, indeterminate: number, negative: number) =>
        `Films by call: ${positive.toLocaleString('en-GB')} positive, ${indeterminate.toLocaleString('en-GB')} indeterminate, ${negative.toLocaleString('en-GB')} negative.`,
      note: 'Scored films by the score of each class. A film can count as positive for more than one class. Sensitivity and specificity hold at the operating point, on the films that the model was tested on.',
    },
    unscored: {
      heading: 'Films without a score',
      note: 'A film without a score says nothing for or against disease.',
      code: 'Reason',
      count: 'Films',
      example: 'In words, on the first such film',
    },
    model: {
      heading: 'Model',
      name: 'Name',
      version: 'Identifier and version',
      sha256: 'SHA-256 of the model',
      provider: 'Computed on',
      app: 'Scored and written by',
      intendedUse: 'Intended use',
      citation: 'Source',
      limits: 'Known limits',
      figures: 'How it did when tested',
      figure: {
        name: 'Figure',
        value: 'Value',
        interval: '95% interval',
        films: 'Films',
        split: 'Tested on',
      },
    },
    table: {
      heading: 'All films',
      continued: 'All films, continued',
      number: 'No.',
      file: 'File',
      call: 'Call',
      leading: 'Likeliest class',
      warning: 'Warning',
      score: 'Score',
      refused: 'Refused',
      failed: 'Failed',
      frame: (number: number) => `frame ${number}`,
      legend: (shapes: { positive: string; indeterminate: string; negative: string }) =>
        `${shapes.positive} above the band round the operating point   ${shapes.indeterminate} within it, too near to be called   ${shapes.negative} below it`,
    },
    film: {
      number: (number: number, films: number) => `Film ${number} of ${films}`,
      film: 'Film as shown',
      window: (words: string) => `Window: ${words}`,
      heatMap: (name: string) => `What moved the score for ${name}`,
      heatAlt: (name: string) => `The film with the heat map for ${name} over it.`,
      filmAlt: (name: string) => `The film ${name} as shown on the screen.`,
      method: { gradcam: 'Grad-CAM', hiresmap: 'HiResCAM', occlusion: 'Occlusion' },
      heatFacts: (method: string, at: { hottest: string; fullScale: string; floor: string }) =>
        `${method}. Highest value here ${at.hottest}, marked ▶, on a fixed scale from 0 to ${at.fullScale} that is the same for every film; below ${at.floor} nothing is drawn.`,
      heatCold: 'Nothing on this film reaches the part of the scale that is drawn.',
      heatHottest: 'highest here',
      noHeatBelow: 'No heat map: no finding reached its operating point, so there is no call to explain.',
      noHeat: 'No heat map was made for this film.',
      unexplained: 'No heat map: this model gives scores alone and no explanation of them.',
      noPicture: 'The film could not be shown.',
      scores: 'Scores',
      barsNote:
        'Line: operating point. Hatched: too near to it to be called. Score from 0 to 100%, as the model gives it.',
      barsAlt: (name: string, score: string, point: string, band: string) =>
        `${name}: score ${score}, operating point ${point}, ${band}.`,
      operatingPoint: (point: string) => `point ${point}`,
      call: 'Call:',
      refused: 'Refused: no score',
      failed: 'Failed: no score',
      warnings: 'Warnings',
      facts: 'Film and provenance',
      file: 'File',
      frame: 'Frame',
      fileHash: 'SHA-256 of the file',
      modelHash: 'SHA-256 of the model',
      model: 'Model',
      provider: 'Computed on',
      unknown: 'not known',
    },
  },
  providers: {
    names: { cuda: 'CUDA', directml: 'DirectML', coreml: 'CoreML', webgpu: 'WebGPU', cpu: 'CPU' },
    outcomes: {
      accepted: 'accepted',
      disagrees: 'wrong figures',
      'fell-back': 'fell back',
      failed: 'failed',
      slow: 'too slow',
      died: 'crashed',
      unavailable: 'not here',
    },
    columns: ['  Provider', 'Verdict', 'Tried (UTC)', 'Worst p', 'Lowest r', 'ms/film', 'Reason'],
    trying: (name: string) =>
      `Trying ${name} with the model's golden films; this is done once and can take a minute.`,
    accepted: (films: number, worst: { probability: number; correlation: number }, share: number) =>
      `Gave the stored figures for ${films} golden films (probabilities within ${worst.probability.toExponential(0)}, heat maps r ≥ ${worst.correlation.toFixed(5)}) and ran ${percent(share)} of the work itself.`,
    disagrees: (name: string, worst: { probability: number; correlation: number }) =>
      `${name} gave other figures than those stored with the model: probabilities differ by up to ${worst.probability.toPrecision(2)} (0.001 is allowed), heat maps correlate with r down to ${worst.correlation.toFixed(4)} (0.999 is asked).`,
    slow: (name: string, done: number, films: number) =>
      `${name} was so slow that it was stopped after ${done} of ${films} golden films.`,
    fellBack: (name: string, share: number, strays: readonly string[]) =>
      `${name} ran only ${percent(share)} of the work itself; elsewhere ran ${strays.slice(0, 4).join(', ') || 'everything'}.`,
    died: (name: string) => `${name} ended the process that tried it.`,
    diedEarlier: (name: string) =>
      `When ${name} was tried, Hilum or the machine ended before there was an answer.`,
    hung: (name: string, seconds: number) => `${name} gave no answer in ${seconds} seconds.`,
    notBuiltIn: (name: string) => `This build of ONNX Runtime has no ${name}.`,
    noGolden:
      'The model brings no golden films (golden.json), so nothing but the CPU can be trusted with it.',
    noProfile: 'ONNX Runtime wrote no profile, so it is not known what ran the model.',
    otherPlatform: (name: string) => `ONNX Runtime has ${name} for other platforms only.`,
    noNvidia: 'No NVIDIA driver is loaded.',
    noCudaLibraries: (files: string) =>
      `The CUDA libraries are missing (${files}); npm run setup:cuda fetches them.`,
    noVulkanLoader: 'There is no Vulkan loader (libvulkan.so.1).',
    noVulkanDriver: 'There is no Vulkan driver.',
    beingTried: (name: string) => `${name} is being tried by another Hilum just now.`,
    unfit: (name: string, reason: string) =>
      `${name} can't be used: ${reason} Leave the choice to Hilum, or choose the CPU.`,
    droppedFailed: (film: string, name: string, reason: string) =>
      `${film} could not be scored on ${name} (${reason}). It was scored on the CPU, and so will be the films after it until Hilum is started again.`,
    droppedDied: (film: string, name: string) =>
      `While ${film} was scored on ${name}, the analysis process ended or hung. It was scored on the CPU, and so will be the films after it until Hilum is started again.`,
  },
} as const

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.995 ? 1 : 0)} %`
}
