import type { MenuItemConstructorOptions } from 'electron'
import type { Provider, ProviderChoice } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import type { MenuCommand } from '../../shared/window-data.ts'

const { menu, providers } = strings

export interface ProviderMenu {
  readonly order: readonly Provider[]
  readonly chosen: ProviderChoice
  readonly choose: (choice: ProviderChoice) => void
}

export function menuTemplate(
  run: (command: MenuCommand) => void,
  where: ProviderMenu,
): MenuItemConstructorOptions[] {
  const item = itemsFor(run)
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: menu.file,
      submenu: [
        item(menu.openFilm, 'open-files', 'CmdOrCtrl+O'),
        item(menu.openFolder, 'open-folder', 'CmdOrCtrl+Shift+O'),
        line,
        item(menu.exportPdf, 'export-pdf', 'CmdOrCtrl+P'),
        item(menu.exportCsv, 'export-csv'),
        item(menu.exportJson, 'export-json'),
        line,
        { role: 'quit' },
      ],
    },
    { label: menu.edit, submenu: [item(menu.undo, 'undo', 'CmdOrCtrl+Z')] },
    {
      label: menu.film,
      submenu: filmItems(item),
    },
    {
      label: menu.score,
      submenu: [
        item(menu.scoreAll, 'score-all', 'CmdOrCtrl+Return'),
        item(menu.stopScoring, 'stop-scoring'),
        line,
        item(menu.importModel, 'import-model'),
        { label: menu.computeOn, submenu: providerItems(where) },
      ],
    },
    {
      label: menu.view,
      submenu: [item(menu.panels, 'toggle-panels'), { role: 'togglefullscreen' }, { role: 'toggleDevTools' }],
    },
    { label: menu.help, submenu: [item(menu.keys, 'show-keys', 'F1')] },
  ]
}

const line: MenuItemConstructorOptions = { type: 'separator' }

type ItemFor = (label: string, command: MenuCommand, accelerator?: string) => MenuItemConstructorOptions

function itemsFor(run: (command: MenuCommand) => void): ItemFor {
  return (label, command, accelerator) => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => run(command),
  })
}

function filmItems(item: ItemFor): MenuItemConstructorOptions[] {
  return [
    item(menu.nextFilm, 'next-film'),
    item(menu.previousFilm, 'previous-film'),
    line,
    item(menu.compare, 'compare'),
    item(menu.measureLength, 'measure-length'),
    item(menu.measureAngle, 'measure-angle'),
    item(menu.measureRatio, 'measure-ratio'),
    line,
    item(menu.heatMap, 'toggle-heat-map'),
    item(menu.grid, 'toggle-grid'),
    item(menu.sight, 'toggle-sight'),
    item(menu.overlays, 'toggle-overlays'),
    item(menu.shutters, 'toggle-shutters'),
    item(menu.text, 'toggle-text'),
    item(menu.nextWindow, 'next-window'),
    item(menu.invert, 'invert'),
    item(menu.resetView, 'reset-view'),
  ]
}

function providerItems({ order, chosen, choose }: ProviderMenu): MenuItemConstructorOptions[] {
  const choices: ProviderChoice[] = ['auto', ...order]
  return choices.map((choice) => ({
    id: `compute-on-${choice}`,
    label: choice === 'auto' ? menu.automatic : providers.names[choice],
    type: 'radio',
    checked: choice === chosen,
    click: () => choose(choice),
  }))
}
