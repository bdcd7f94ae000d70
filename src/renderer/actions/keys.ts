import { isSlider } from '../chrome/keep-focus.ts'
import { filmsOnScreen } from '../state/comparison.ts'
import { isOn } from '../state/marks.ts'
import { happened, windowNow } from '../state/store.ts'
import { chooseFilm } from './choose-film.ts'
import { commands } from './commands.ts'
import { zoomAtMiddle } from './zoom.ts'

/** Keys that work anywhere in the window, as peers have them (I, arrows, PageUp and PageDown, Esc, + and −). */
export const keys: Readonly<Record<string, () => void>> = {
  c: commands.compare,
  l: commands['measure-length'],
  a: commands['measure-angle'],
  r: commands['measure-ratio'],
  w: commands['next-window'],
  i: commands.invert,
  h: commands['toggle-heat-map'],
  g: commands['toggle-grid'],
  m: commands['toggle-sight'],
  o: commands['toggle-overlays'],
  s: commands['toggle-shutters'],
  t: commands['toggle-text'],
  p: commands['toggle-panels'],
  0: commands['reset-view'],
  Escape: () => (windowNow().marks.tool ? happened({ type: 'tool.left' }) : commands['reset-view']()),
  Delete: removeLast,
  Backspace: removeLast,
  f: () => happened({ type: 'view.fitted' }),
  1: () => happened({ type: 'view.actual-size' }),
  '+': () => zoomAtMiddle(1.25),
  '=': () => zoomAtMiddle(1.25),
  '-': () => zoomAtMiddle(0.8),
  ArrowDown: commands['next-film'],
  ArrowRight: commands['next-film'],
  PageDown: commands['next-film'],
  ArrowUp: commands['previous-film'],
  ArrowLeft: commands['previous-film'],
  PageUp: commands['previous-film'],
  Home: () => chooseListed(0),
  End: () => chooseListed(-1),
  '?': commands['show-keys'],
}

/** Whether the key did something here; keys with Ctrl, Alt or Meta are the menu's and the system's. */
export function pressKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false
  if (windowNow().dialog !== null || takesKey(event.target, event.key)) return false
  const press = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  press?.()
  return press !== undefined
}

/** The last mark on the films on screen, whichever of two it lies on. */
function removeLast(): void {
  const { marks, reading, comparison } = windowNow()
  const films = filmsOnScreen(comparison, reading)
  const last = marks.drawn.findLast((mark) => films.some((film) => isOn(mark, film)))
  if (last) happened({ type: 'mark.removed', key: last.key })
}

/** A slider that was reached by Tab takes the keys that move it. What else the window has besides buttons takes none of those above. */
function takesKey(target: EventTarget | null, key: string): boolean {
  return isSlider(target) && MOVES_SLIDER.test(key)
}

const MOVES_SLIDER = /^(?:Arrow|Page|Home$|End$)/

/** Of the films that the list shows; a negative place counts from the end. */
function chooseListed(place: number): void {
  const id = windowNow().worklist.listed.at(place)
  if (id !== undefined) chooseFilm(id)
}
