import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { strings } from '../../shared/strings.en.ts'
import { send } from '../adapters/electron-ipc.ts'
import { openOutputFile } from '../export/output-file.ts'
import type { SavedReport } from '../../shared/window-data.ts'
import type { Desk } from './desk.ts'
import type { ExportOrder } from './exported.ts'
import { suggestedName } from './suggested-name.ts'

/** Asks where to, then writes what the desk knows. */
export async function exportResults(
  desk: Desk,
  window: BrowserWindow,
  order: ExportOrder,
): Promise<SavedReport> {
  const { format } = order
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: strings.dialogs.save[format],
    defaultPath: join(app.getPath('documents'), suggestedName(format)),
    filters: [{ name: format.toUpperCase(), extensions: [format] }],
  })
  if (canceled || filePath === '') return { name: null, films: 0, unread: 0 }
  send(window.webContents, 'report.writing', { name: basename(filePath) })
  const file = await openOutputFile(filePath)
  try {
    const { content, films, unread } = await desk.exported(order)
    await file.write(content)
    await file.commit()
    return { name: basename(filePath), films, unread }
  } finally {
    await file.discard()
  }
}
