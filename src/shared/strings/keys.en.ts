// What keys and pointer do, as the window lists it.

export interface KeyRow {
  /** Each does it by itself. */
  readonly keys: readonly string[]
  readonly does: string
}

export interface KeyGroup {
  readonly name: string
  readonly rows: readonly KeyRow[]
}

/** Ctrl stands for ⌘ on a Mac. */
const groups: readonly KeyGroup[] = [
  {
    name: 'Films',
    rows: [
      { keys: ['↓', '→', 'Page Down'], does: 'Next film' },
      { keys: ['↑', '←', 'Page Up'], does: 'Previous film' },
      { keys: ['Home', 'End'], does: 'First film, last film' },
      { keys: ['C'], does: 'Keep this film beside the next ones, or let it go' },
      { keys: ['Ctrl O', 'Ctrl Shift O'], does: 'Open films, open a folder' },
      { keys: ['Ctrl Enter'], does: 'Score all films' },
      { keys: ['Ctrl P'], does: 'Export the PDF summary' },
      { keys: ['Ctrl Z'], does: 'Bring back the cleared list, or the last measurement removed' },
    ],
  },
  {
    name: 'Grey levels',
    rows: [
      { keys: ['Left drag'], does: 'To the right a wider window, down a higher level' },
      { keys: ['Shift with arrows'], does: 'The same by keys, on the film' },
      { keys: ['W'], does: 'Next window of the menu' },
      { keys: ['I'], does: 'Invert' },
    ],
  },
  {
    name: 'Size and place',
    rows: [
      { keys: ['Wheel', '+', '−'], does: 'Zoom' },
      { keys: ['Right drag'], does: 'Move the film' },
      { keys: ['F', 'Double click'], does: 'Fit' },
      { keys: ['1'], does: 'One film pixel to one screen pixel' },
      { keys: ['0', 'Esc'], does: 'Reset all of the view' },
      { keys: ['P'], does: 'Side panels away, or back' },
    ],
  },
  {
    name: 'On the film',
    rows: [
      { keys: ['H'], does: 'Heat map' },
      { keys: ['G'], does: 'Grid of the heat map' },
      { keys: ['M'], does: 'What the model sees' },
      { keys: ['O'], does: 'Overlays' },
      { keys: ['S'], does: 'Display shutters' },
      { keys: ['T'], does: 'Text in the corners' },
    ],
  },
  {
    name: 'Measuring',
    rows: [
      { keys: ['L', 'A', 'R'], does: 'Length, angle, heart to chest: then drag' },
      { keys: ['Arrows, Enter'], does: 'Instead of a drag: move the cross, begin and end a line' },
      { keys: ['Esc'], does: 'Leave the tool, or take back the drag under way' },
      { keys: ['Tab'], does: 'From the film to the end of a line' },
      { keys: ['Enter', 'Shift Enter'], does: 'On to the next end, back to the one before' },
      { keys: ['Arrows'], does: 'Move that end by a pixel of the screen, with Shift by ten' },
      { keys: ['Delete', 'Backspace'], does: 'Remove that measurement, or the last one' },
    ],
  },
  { name: 'Help', rows: [{ keys: ['?', 'F1'], does: 'This list' }] },
]

export const keysStrings = { title: 'Keys and mouse', groups } as const
