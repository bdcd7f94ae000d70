// Brings the window to life: listens to main, then asks what there is.

import { strings } from '../../shared/strings.en.ts'
import type { FilmEntry, OpenedFilm } from '../../shared/window-data.ts'
import { ask, listen } from '../api.ts'
import { keepFocus } from '../chrome/keep-focus.ts'
import { happened, windowNow } from '../state/store.ts'
import { forgetFilms } from '../viewer/load-film.ts'
import { attempt } from './attempt.ts'
import { chooseFilm } from './choose-film.ts'
import { commands } from './commands.ts'
import { pressKey } from './keys.ts'
import { showOpened, takeOpened } from './open-films.ts'
import { tellBrokenOff } from './score-films.ts'

export async function start(): Promise<void> {
  listenToMain()
  keepFocus(document)
  document.addEventListener('keydown', (event) => {
    if (pressKey(event)) event.preventDefault()
  })
  await attempt(async () => {
    const app = await ask('app.describe', {})
    happened({ type: 'app.described', app })
    takeFilms(await ask('films.list', {}))
    app.opened.forEach(showOpened)
  })
  await attempt(listModels)
}

function listenToMain(): void {
  listen('films.changed', takeFilms)
  listen('films.opened', takeOpened)
  listen('films.states', (changes) => happened({ type: 'films.states', changes }))
  listen('batch.changed', (batch) => happened({ type: 'batch.changed', batch }))
  listen('batch.broken-off', tellBrokenOff)
  listen('report.writing', ({ name }) =>
    happened({ type: 'message.added', tone: 'work', text: strings.window.writing(name) }),
  )
  listen('occlusion.step', (step) => happened({ type: 'occlusion.stepped', ...step }))
  listen('menu.command', (command) => commands[command]())
  listen('engine.changed', (engine) => {
    happened({ type: 'engine.changed', engine })
    // The model may have been found while the engine was starting.
    if (engine.status === 'ready' && windowNow().models.length === 0) void attempt(listModels)
  })
}

async function listModels(): Promise<void> {
  happened({ type: 'models.listed', ...(await ask('models.list', {})) })
}

function takeFilms(films: readonly FilmEntry[]): void {
  const before = windowNow().reading.id
  happened({ type: 'films.changed', films })
  const { reading, display } = windowNow()
  const [first] = films
  if (first === undefined) forgetFilms()
  else if (reading.id === null) {
    const instead = films.find(({ former }) => former !== undefined && former === before)
    if (instead) chooseFilm(instead.id)
    else chooseAgain(display.film, films)
  }
}

/** The film that was on screen when the list was cleared, where it is back; or else the first. */
function chooseAgain(shown: OpenedFilm | null, films: readonly FilmEntry[]): void {
  const [first] = films
  if (shown && films.some(({ id }) => id === shown.id)) chooseFilm(shown.id, shown.frame)
  else if (first) chooseFilm(first.id)
}
