import { dialog, type BrowserWindow } from 'electron'
import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import type { ImportOutcome } from '../../shared/window-data.ts'
import type { Desk } from './desk.ts'

const words = strings.dialogs

/** Asks which folder, and once more before another model gives way. */
export async function importModel(desk: Desk, window: BrowserWindow): Promise<ImportOutcome> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words.importModel,
    message: words.importModelWhich,
    properties: ['openDirectory'],
  })
  const [folder] = filePaths
  const chosen = !canceled && folder !== undefined
  const imported = chosen ? await desk.importModel(folder, (card) => mayReplace(window, card)) : null
  return { imported, ...(await desk.models()) }
}

async function mayReplace(window: BrowserWindow, { id, name, version }: Card): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.replaceModel(id),
    detail: words.replaceModelBy(name, version),
    buttons: [words.replace, words.keep],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
