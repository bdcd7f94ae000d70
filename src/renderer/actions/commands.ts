import type { MenuCommand } from '../../shared/window-data.ts'
import { happened } from '../state/store.ts'
import { nextFilm, previousFilm } from './choose-film.ts'
import { exportReport } from './export-report.ts'
import { importModel } from './import-model.ts'
import { nextWindow } from './next-window.ts'
import { openFiles, openFolder } from './open-films.ts'
import { toggleSight } from './show-sight.ts'
import { resetView, toggleShutters } from './switch-shutters.ts'
import { scoreAll, stopScoring } from './score-films.ts'
import { undo } from './undo.ts'

/** What the menu, the keys and the buttons do alike. */
export const commands: Readonly<Record<MenuCommand, () => void>> = {
  'open-files': () => void openFiles(),
  'open-folder': () => void openFolder(),
  undo,
  'score-all': () => void scoreAll(),
  'stop-scoring': () => void stopScoring(),
  'import-model': () => void importModel(),
  'export-pdf': () => void exportReport('pdf'),
  'export-csv': () => void exportReport('csv'),
  'export-json': () => void exportReport('json'),
  'toggle-heat-map': () => happened({ type: 'heat-map.toggled' }),
  'toggle-grid': () => happened({ type: 'heat-map.grid-toggled' }),
  'toggle-sight': toggleSight,
  'toggle-overlays': () => happened({ type: 'overlays.toggled' }),
  'toggle-shutters': toggleShutters,
  'toggle-text': () => happened({ type: 'corner-text.toggled' }),
  compare: () => happened({ type: 'comparison.toggled' }),
  'measure-length': () => happened({ type: 'tool.chosen', kind: 'length' }),
  'measure-angle': () => happened({ type: 'tool.chosen', kind: 'angle' }),
  'measure-ratio': () => happened({ type: 'tool.chosen', kind: 'ratio' }),
  'next-window': nextWindow,
  invert: () => happened({ type: 'grey.turned' }),
  'reset-view': resetView,
  'next-film': nextFilm,
  'previous-film': previousFilm,
  'toggle-panels': () => happened({ type: 'panels.toggled' }),
  'show-keys': () => happened({ type: 'keys.opened' }),
}
