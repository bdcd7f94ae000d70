// Brings the window to life: listens to main, then asks what there is.

import { strings } from '../../shared/strings.en.ts'
import type { FilmEntry } from '../../shared/window-data.ts'
import { ask, listen } from '../api.ts'
import { happened, windowNow } from '../state/store.ts'
import { forgetFilms } from '../viewer/load-film.ts'
import { attempt } from './attempt.ts'
import { chooseFilm } from './choose-film.ts'
import { commands } from './commands.ts'
import { pressKey } from './keys.ts'
import { takeOpened } from './open-films.ts'

export async function start(): Promise<void> {
  listenToMain()
  document.addEventListener('keydown', (event) => {
    if (pressKey(event)) event.preventDefault()
  })
  await attempt(async () => {
    const app = await ask('app.describe', {})
    happened({ type: 'app.described', app })
    takeFilms(await ask('films.list', {}))
    app.opened.forEach(takeOpened)
  })
  await attempt(listModels)
}

function listenToMain(): void {
  listen('films.changed', takeFilms)
  listen('films.opened', takeOpened)
  listen('films.states', (changes) => happened({ type: 'films.states', changes }))
  listen('batch.changed', (batch) => happened({ type: 'batch.changed', batch }))
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
  happened({ type: 'models.listed', models: await ask('models.list', {}) })
}

function takeFilms(films: readonly FilmEntry[]): void {
  happened({ type: 'films.changed', films })
  const [first] = films
  if (first === undefined) forgetFilms()
  else if (windowNow().reading.id === null) chooseFilm(first.id)
}
