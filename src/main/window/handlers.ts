// The contract's requests, answered by the desk and by the system's dialogs.

import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { Handlers } from '../adapters/electron-ipc.ts'
import { strings } from '../../shared/strings.en.ts'
import type { OpenOutcome } from '../../shared/window-data.ts'
import { places } from '../places.ts'
import type { Desk } from './desk.ts'
import { exportResults } from './export-results.ts'
import { importModel } from './import-model.ts'

const NOT_CHOSEN: OpenOutcome = { chosen: false, added: [], passedOver: [], problems: [] }

export function handlers(desk: Desk, window: () => BrowserWindow): Handlers {
  return {
    'app.describe': () => desk.describe(),
    'films.choose': async ({ what }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), openOptions(what))
      return canceled ? NOT_CHOSEN : desk.openPaths(filePaths)
    },
    'films.samples': () => desk.openPaths([places.samples]),
    'films.drop': ({ paths }) => desk.openPaths(paths),
    'films.list': () => desk.entries(),
    'films.clear': () => {
      desk.clear()
      return null
    },
    'films.restore': () => {
      desk.restore()
      return null
    },
    'film.open': ({ id, frame, shutters }) => desk.open(id, frame, shutters),
    'film.analyse': ({ id, frame }) => desk.analyse(id, frame),
    'film.occlude': ({ id, frame }) => desk.occlude(id, frame),
    'occlusion.stop': () => {
      desk.occlusion.stop()
      return null
    },
    'film.sight': ({ id, frame }) => desk.sight(id, frame),
    'batch.start': () => {
      void desk.scoreAll()
      return null
    },
    'batch.stop': () => {
      desk.batch.stop()
      return null
    },
    'models.list': () => desk.models(),
    'models.choose': ({ model }) => desk.chooseModel(model),
    'models.import': () => importModel(desk, window()),
    'report.export': (order) => exportResults(desk, window(), order),
  }
}

function openOptions(what: 'files' | 'folder'): OpenDialogOptions {
  if (what === 'folder') return { title: strings.dialogs.openFolder, properties: ['openDirectory'] }
  return {
    title: strings.dialogs.openFilms,
    properties: ['openFile', 'multiSelections'],
    // Films often have no extension at all, so everything may be chosen; content decides.
    filters: [
      { name: strings.dialogs.allFiles, extensions: ['*'] },
      {
        name: strings.dialogs.films,
        extensions: ['dcm', 'png', 'jpg', 'jpeg', 'tif', 'tiff', 'bmp', 'webp', 'zip'],
      },
    ],
  }
}
