// Round the film: the tools above it, the list of films, messages, the status bar, and the window without films.

import type { RefusalCode } from '../analysis.ts'
import { someNames } from '../some-names.ts'

export const windowStrings = {
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
    span: 'Darkest to brightest',
    shortSpan: 'Min to max',
    opening: 'As opened',
    openingBy: (rule: string) => `As opened (${rule})`,
    file: (number: number) => `Window ${number} of the file`,
    shortFile: (number: number) => `Window ${number}`,
    table: (number: number) => `VOI LUT ${number} of the file`,
    shortTable: (number: number) => `VOI LUT ${number}`,
  },

  // Worklist
  films: 'Films',
  filmCount: (count: number) => counted(count, 'film'),
  clear: 'Clear',
  clearList: 'Clear list',
  cleared: (films: number, scored: number, measurements: number) => {
    const list =
      scored === 0 ? counted(films, 'film') : `${counted(films, 'film')}, ${scoredOf(scored, films)}`
    const marks = `${scored === 0 ? '' : ','} and ${counted(measurements, 'measurement')}`
    return `Cleared: ${list}${measurements === 0 ? '' : marks}.`
  },
  undo: 'Undo',
  order: 'Order of the films',
  orders: { found: 'As found', findings: 'Findings first' },
  filter: 'Films shown',
  allFilms: 'All films',
  filterCount: (name: string, count: number) => `${name} (${count.toLocaleString('en-GB')})`,
  filterNote: 'Keys go through the films shown. Score all, the exports and Clear take the whole list.',
  noneListed: 'No film of the list is of this kind now. “All films” shows them again.',
  update: 'Update',
  updateList: 'Update the list',
  updateListWhy: 'Update the list: scores have come since it was sorted and picked out',
  states: { unread: 'Not scored yet', refused: 'Refused', failed: 'Failed' },
  /** For the list's narrow column; the sentences are the gate's. */
  shortReasons: {
    GATE_TOO_SMALL: 'too small',
    GATE_BLANK: 'blank',
    GATE_DRAWING: 'too few greys',
    GATE_EXTREME_SHAPE: 'too long and narrow',
    GATE_COLOUR: 'in colour',
    GATE_NOT_RADIOGRAPHY: 'no radiograph',
    GATE_NOT_CHEST: 'not of the chest',
    GATE_NOT_FRONTAL: 'not a frontal view',
    GATE_NO_LUNGS: 'no pair of lungs',
    GATE_UNLIKE_CHEST: 'unlike a chest film',
    GATE_NOT_UPRIGHT: 'not upright',
  } satisfies Record<RefusalCode, string>,
  because: (state: string, reason: string) => `${state}: ${reason}`,
  withWarnings: ', with warnings',
  called: (band: string, finding: string) => `${band}: ${finding}`,

  // Status bar
  status: 'Status',
  engine: {
    starting: 'Engine starting…',
    ready: (provider: string) => `Engine ready on ${provider}`,
    restarting: 'Engine restarting…',
    failed: 'Engine stopped',
  },
  scoringProgress: 'Scoring',
  progress: (done: number, total: number, rate: string) =>
    `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} films, ${rate}`,
  rate: (filmsASecond: string) => `${filmsASecond} a second`,
  rateUnknown: 'starting…',
  nothingToScore: 'Nothing is left to score in this list.',
  batchDone: (...counts: readonly [scored: number, refused: number, failed: number]) => {
    const [scored, refused, failed] = counts.map((count) => count.toLocaleString('en-GB'))
    return `${scored} scored, ${refused} refused, ${failed} failed`
  },
  batchStopped: (done: number, total: number, counts: string) =>
    `Stopped at ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}: ${counts}`,
  brokenOff: (done: number, total: number, why: 'model' | 'list') => {
    const cause = { model: 'the model was changed', list: 'the list was cleared' }[why]
    return `Scoring stopped at ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}, because ${cause}.`
  },

  // Messages and the empty window
  messages: 'Messages',
  dismiss: (text: string) => `Dismiss: ${text}`,
  writing: (name: string) => `Writing ${name}…`,
  saved: (name: string, { films, unread }: { readonly films: number; readonly unread: number }) =>
    unread === 0
      ? `Saved ${name}.`
      : `Saved ${name}: ${(films - unread).toLocaleString('en-GB')} of ${films.toLocaleString('en-GB')} films; the others are not scored yet.`,
  imported: (name: string) => `Imported “${name}”. Choose it under Model to score films with it.`,
  importedInUse: (name: string) => `Imported “${name}”. It is the model in use now.`,
  passedOver: (names: readonly string[]) =>
    names.length === 1
      ? `1 file that holds no film was passed over: ${someNames(names)}.`
      : `${names.length.toLocaleString('en-GB')} files that hold no film were passed over: ${someNames(names)}.`,
  exchanged: (name: string, others: number) => {
    if (others === 0)
      return `Another file is now where ${name} was, so what was scored and measured of that one is gone from the list.`
    return `Other files are now where ${name} and ${counted(others, 'more film')} were, so what was scored and measured of those is gone from the list.`
  },
  brokenTitle: 'Hilum’s window has failed',
  brokenKept:
    'Films and scores are kept and come back when the window is loaded again; measurements are lost. Please report it, with the line below.',
  brokenFault: (fault: string) => `Fault: ${fault}`,
  loadAgain: 'Load the window again',
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
} as const

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
}

function scoredOf(scored: number, films: number): string {
  if (scored < films) return `${scored.toLocaleString('en-GB')} of them scored`
  return films === 1 ? 'scored' : 'all scored'
}
