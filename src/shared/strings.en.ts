// All wording that a reader sees, for the window, the command line and the PDF alike.

export const strings = {
  appName: 'Hilum',
  notice: 'For research and education only. Not a medical device; not for diagnosis or treatment.',
  caveatScore:
    'A score says how much a film looks like the training films of a class. It is no probability of disease.',
  caveatMap: 'The heat map shows what moved the score, not where disease is.',
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
    invert: 'Invert',
    resetView: 'Reset view',
    score: 'Score',
    scoreAll: 'Score all films',
    stopScoring: 'Stop scoring',
    view: 'View',
  },
  dialogs: {
    openFilms: 'Open films',
    openFolder: 'Open a folder of films',
    films: 'Films',
    allFiles: 'All files',
    save: { pdf: 'Export PDF summary', csv: 'Export table as CSV', json: 'Export table as JSON' },
    summaryName: 'Hilum summary',
  },
  bands: { positive: 'Positive', negative: 'Negative', indeterminate: 'Indeterminate' },
} as const
