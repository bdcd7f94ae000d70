// The PDF.

const number = (count: number) => count.toLocaleString('en-GB')
const films = (count: number) => (count === 1 ? '1 film' : `${number(count)} films`)

interface PageCounts {
  /** Of the films that are positive or indeterminate, and of others. */
  readonly calledPages: number
  readonly otherPages: number
  readonly called: number
  readonly films: number
  readonly unread: number
}

function pages({ calledPages, otherPages, called, films: all, unread }: PageCounts): string {
  const count = calledPages + otherPages
  const table = unread === 0 ? 'all are in the table' : 'all but those not scored yet are in the table'
  if (count === 0) return `No film has a page of its own; ${table}.`
  if (count === all && unread === 0) return 'Each film has a page of its own.'
  const others = calledPages === 0 ? films(otherPages) : `${number(otherPages)} more`
  const parts = [calledPages > 0 && calledWords(calledPages, called), otherPages > 0 && others]
  return `Pages for ${parts.filter(Boolean).join(', and for ')}; ${table}.`
}

function calledWords(withPage: number, called: number): string {
  if (called === 1) return 'the film that is positive or indeterminate'
  if (withPage === called) return `the ${number(called)} films that are positive or indeterminate`
  return `${number(withPage)} of the ${number(called)} films that are positive or indeterminate, positive ones first`
}

export const reportStrings = {
  language: 'en-GB',
  title: 'Chest film summary',
  subject: 'Scores of chest films by a local model. For research and education only.',
  created: 'Created',
  films,
  listed: (count: number) => `${films(count)} in the list`,
  scored: (count: number) => `${number(count)} scored`,
  refused: (count: number) => `${number(count)} refused`,
  failed: (count: number) => `${number(count)} failed`,
  unread: (count: number) => `${number(count)} not scored yet`,
  pages,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  outline: { summary: 'Summary', table: 'All films', film: (place: number) => `No. ${place}` },
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
    unread: (count: number) =>
      count === 1
        ? '1 film of the list is not scored yet, and has no row.'
        : `${number(count)} films of the list are not scored yet, and have no row.`,
    linked: 'Where the number is underlined, the film has a page of its own.',
    legend: (shapes: { positive: string; indeterminate: string; negative: string }) =>
      `${shapes.positive} above the band round the operating point   ${shapes.indeterminate} within it, too near to be called   ${shapes.negative} below it`,
  },
  film: {
    number: (place: number) => `No. ${place}`,
    shown: (isOnScreen: boolean) => (isOnScreen ? 'Film in the greys on screen' : 'Film as opened'),
    heatMap: (name: string) => `What moved the score for ${name}`,
    heatAlt: (name: string) => `The film with the heat map for ${name} over it.`,
    filmAlt: (name: string, isOnScreen: boolean) =>
      `The film ${name} ${isOnScreen ? 'in the greys that it has on the screen' : 'as it looks when it is opened'}.`,
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
} as const
