// On the film and in its corners.

export const viewportStrings = {
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
  orientation: ({ right, lower }: { right: string; lower: string }) =>
    `Orientation: ${right} at the right edge, ${lower} at the lower`,
  viewportKeys:
    'Drag with the left button for the window, with the right one to move, turn the wheel to zoom. ' +
    'Shift with the arrow keys sets the window. Tab goes to what was measured.',

  // Two films side by side
  keptFilm: (name: string) => `Compared film ${name}`,
  comparedViewport: 'Compared film',
  compared: 'Compared:',
  onScreen: 'On screen:',
  stopComparing: 'Stop comparing',
  chooseAnother: 'Choose another film to compare it with',
  samePatient: 'Same patient',
  otherPatient: 'Another patient',
  otherName: 'Same patient ID, another name',
  patientUnknown: 'Perhaps another patient',
  sameDay: 'same day',
  daysEarlier: (days: number) => `${timeOf(days)} earlier`,
  daysLater: (days: number) => `${timeOf(days)} later`,

  // Measuring
  measurements: 'Measurements',
  measurementsOf: (film: string) => `Measurements, ${film}`,
  tools: { length: 'Length', angle: 'Angle', ratio: 'Heart to chest' },
  instructions: {
    length: 'Drag along what you want to measure.',
    angle: 'Drag along one line, then along the other.',
    ratio: 'Drag across the heart at its widest, then across the chest inside the ribs.',
  },
  moveEnds:
    'Drag the end of a line to move it. With the keys: Tab from the film, Enter for the next end, arrows to move.',
  lines: {
    length: ['Length'],
    angle: ['Angle, first line', 'Angle, second line'],
    ratio: ['Heart', 'Chest'],
  },
  ends: { from: 'first end', to: 'second end' },
  lineEnd: (line: string, end: string) => `${line}, ${end}`,
  endRole: 'end of a line',
  endsGroup: 'Ends of lines',
  endKeys:
    'Arrow keys move it by a pixel of the screen, with Shift by ten. Enter goes to the next end, Shift Enter to the one before. ' +
    'Delete removes the measurement, Esc goes back to the film.',
  instructionKeys: 'With the keys: arrows move the cross, Enter begins and ends a line, Esc leaves.',
  length: (length: string) => `Length ${length}`,
  angle: (degrees: string) => `Angle ${degrees}°`,
  ratio: (ratio: string) => `cardiothoracic ratio ${ratio}`,
  shortRatio: (ratio: string) => `CTR ${ratio}`,
  heart: (length: string) => `Heart ${length}`,
  chest: (length: string) => `chest ${length}`,
  millimetres: (length: string, basis: string) => `${length} mm (${basis})`,
  pixelLength: (length: string) => `${length} px`,
  basis: { calibrated: 'calibrated', detector: 'at the detector', file: 'by the file' },
  basisNotes: {
    calibrated:
      'The file’s pixel spacing is not its detector’s: it was calibrated, or corrected for magnification.',
    detector: 'Measured at the detector: what lies in the body is smaller than these millimetres say.',
    file: 'By the pixel spacing of the file, which does not say how it was measured.',
    pixels: 'The file gives no spacing, so lengths are in pixels. Angles and ratios hold all the same.',
  },
  removeMark: (text: string) => `Remove: ${text}`,

  tooLargeToShow: (name: string, columns: number, rows: number, most: number) =>
    `${name} has ${columns} × ${rows} pixels, and the viewport shows ${most} a side at most; score it without viewing, or make a smaller copy.`,
  pixelsIncomplete: (name: string) =>
    `The pixels of ${name} arrived incomplete; open the film again, and report it if that does not help.`,
  pixelsGone: (name: string) => `The pixels of ${name} are no longer at hand; open the film again.`,
} as const

const MONTH = 30.44
const YEAR = 365.25

/** To the nearest of what a reader counts in; the dates themselves stand on the films. */
function timeOf(days: number): string {
  if (days <= 60) return counted(days, 'day')
  return days < 2 * YEAR - MONTH / 2
    ? counted(Math.round(days / MONTH), 'month')
    : counted(Math.round(days / YEAR), 'year')
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count.toLocaleString('en-GB')} ${what}s`
}
