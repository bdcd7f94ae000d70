// All wording that a reader sees, for the window, the command line and the PDF alike.

export const strings = {
  appName: 'Hilum',
  notice: 'For research and education only. Not a medical device; not for diagnosis or treatment.',
  caveatScore:
    'A score says how much a film looks like the training films of a class. It is no probability of disease.',
  caveatMap: 'The heat map shows what moved the score, not where disease is.',
  bands: { positive: 'Positive', negative: 'Negative', indeterminate: 'Indeterminate' },
} as const
