import { happened, windowNow } from '../state/store.ts'
import { sameVoi, windowChoices } from '../viewer/window-choices.ts'

/** The next window or table of the menu; from one of the reader's own making, the first. */
export function nextWindow(): void {
  const { film, voi } = windowNow().display
  if (!film || !voi) return
  const choices = windowChoices(film)
  const present = choices.findIndex((choice) => sameVoi(choice.voi, voi))
  const next = choices[(present + 1) % choices.length]
  if (next) happened({ type: 'voi.chosen', voi: next.voi })
}
