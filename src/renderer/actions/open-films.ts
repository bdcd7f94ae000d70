import { strings } from '../../shared/strings.en.ts'
import type { OpenOutcome } from '../../shared/window-data.ts'
import { ask, openDropped } from '../api.ts'
import { happened } from '../state/store.ts'
import { attempt } from './attempt.ts'
import { chooseFilm } from './choose-film.ts'

export const openFiles = () => openBy(() => ask('films.choose', { what: 'files' }))
export const openFolder = () => openBy(() => ask('films.choose', { what: 'folder' }))
// The samples lie beside a page about them, and that it was passed over is no news to the reader.
export const openSamples = () => openBy(async () => ({ ...(await ask('films.samples', {})), passedOver: [] }))
export const openDrop = (files: File[]) => openBy(() => openDropped(files))

function openBy(open: () => Promise<OpenOutcome>): Promise<void> {
  return attempt(async () => takeOpened(await open()))
}

/** What was said of the opening before is over where something came of this one. */
export function takeOpened(outcome: OpenOutcome): void {
  if (outcome.added.length > 0) happened({ type: 'films.opened' })
  showOpened(outcome)
}

/** Shows the first of the films that were added, and says what could not be opened. */
export function showOpened({ chosen, added, passedOver, problems }: OpenOutcome): void {
  if (!chosen) return
  for (const { name, message } of problems) {
    // Main says by the same way what belongs to no file.
    const about = name === '' ? {} : ({ about: 'opening' } as const)
    happened({ type: 'message.added', tone: 'problem', text: message, ...about })
  }
  const [first] = added
  if (first !== undefined) chooseFilm(first)
  if (passedOver.length > 0) {
    const text = strings.window.passedOver(passedOver)
    happened({ type: 'message.added', tone: 'note', text, about: 'opening' })
  }
}
