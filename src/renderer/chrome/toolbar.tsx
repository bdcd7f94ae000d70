import { strings } from '../../shared/strings.en.ts'
import { commands } from '../actions/commands.ts'
import { HeatMapClass } from '../findings/heat-map-class.tsx'
import { happened, useWindow } from '../state/store.ts'
import { WindowMenu } from '../viewer/window-menu.tsx'
import {
  CompareIcon,
  FilmIcon,
  FitIcon,
  FolderIcon,
  HeatIcon,
  InvertIcon,
  KeysIcon,
  OverlaysIcon,
  PlayIcon,
  ReportIcon,
  ResetIcon,
  ShuttersIcon,
  StopIcon,
} from './icons.tsx'
import { ToolButton } from './tool-button.tsx'
import styles from './toolbar.module.css'

const { menu, window: words } = strings

export function Toolbar() {
  return (
    <header className={styles.toolbar}>
      <div role="group" aria-label={words.toolGroups.open} className={styles.group}>
        <ToolButton yields label={menu.openFilm} icon={<FilmIcon />} onPress={commands['open-files']} />
        <ToolButton yields label={menu.openFolder} icon={<FolderIcon />} onPress={commands['open-folder']} />
      </div>
      <ScoreTools />
      <ViewTools />
      <ReportTools />
    </header>
  )
}

function ScoreTools() {
  const running = useWindow(({ batch }) => batch.running)
  const nothing = useWindow(({ worklist, models }) => worklist.films.length === 0 || models.length === 0)
  return (
    <div role="group" aria-label={words.toolGroups.score} className={styles.group}>
      <div className={styles.scoring}>
        {running ? (
          <ToolButton
            label={words.stopScoring}
            name={menu.stopScoring}
            icon={<StopIcon />}
            onPress={commands['stop-scoring']}
          />
        ) : (
          <ToolButton
            label={words.scoreAll}
            icon={<PlayIcon />}
            disabled={nothing}
            onPress={commands['score-all']}
          />
        )}
      </div>
      <HeatMapSwitch />
      <HeatMapClass />
    </div>
  )
}

function HeatMapSwitch() {
  const on = useWindow(({ heatMap }) => heatMap.on)
  return (
    <ToolButton
      label={menu.heatMap}
      icon={<HeatIcon />}
      shortcut="H"
      pressed={on}
      onPress={commands['toggle-heat-map']}
    />
  )
}

function ViewTools() {
  const none = useWindow(({ reading }) => reading.loaded === null)
  const turned = useWindow(({ display }) => display.turned)
  return (
    <div role="group" aria-label={words.toolGroups.view} className={styles.group}>
      <CompareSwitch />
      <WindowMenu />
      <OverlaysSwitch />
      <ShuttersSwitch />
      <ToolButton
        yields
        label={menu.invert}
        icon={<InvertIcon />}
        shortcut="I"
        pressed={turned}
        disabled={none}
        onPress={commands.invert}
      />
      <ToolButton
        yields
        label={words.fit}
        icon={<FitIcon />}
        shortcut="F"
        disabled={none}
        onPress={() => happened({ type: 'view.fitted' })}
      />
      <ToolButton
        label={words.actualSize}
        name={words.actualSizeName}
        icon={null}
        shortcut="1"
        disabled={none}
        onPress={() => happened({ type: 'view.actual-size' })}
      />
      <ToolButton
        yields
        label={words.reset}
        icon={<ResetIcon />}
        shortcut="0"
        disabled={none}
        onPress={commands['reset-view']}
      />
    </div>
  )
}

function CompareSwitch() {
  const none = useWindow(({ reading, comparison }) => reading.loaded === null && comparison.kept === null)
  const on = useWindow(({ comparison }) => comparison.kept !== null)
  return (
    <ToolButton
      name={menu.compare}
      icon={<CompareIcon />}
      shortcut="C"
      pressed={on}
      disabled={none}
      onPress={commands.compare}
    />
  )
}

/** Only for films that have overlays, which few do; so narrow that the toolbar does not break into two lines for it. */
function OverlaysSwitch() {
  const none = useWindow(({ reading }) => !reading.loaded?.overlay)
  const on = useWindow(({ display }) => display.overlays)
  if (none) return null
  return (
    <ToolButton
      name={menu.overlays}
      icon={<OverlaysIcon />}
      shortcut="O"
      pressed={on}
      onPress={commands['toggle-overlays']}
    />
  )
}

/** Only for films that have shutters, as with overlays. */
function ShuttersSwitch() {
  const none = useWindow(({ reading }) => !reading.loaded?.film.shutters)
  const on = useWindow(({ display }) => display.shutters)
  if (none) return null
  return (
    <ToolButton
      name={menu.shutters}
      icon={<ShuttersIcon />}
      shortcut="S"
      pressed={on}
      onPress={commands['toggle-shutters']}
    />
  )
}

function ReportTools() {
  const nothing = useWindow(({ worklist }) => worklist.films.length === 0)
  return (
    <div role="group" aria-label={words.toolGroups.report} className={styles.group}>
      <ToolButton
        yields
        label={words.exportPdf}
        icon={<ReportIcon />}
        disabled={nothing}
        onPress={commands['export-pdf']}
      />
      <ToolButton
        name={strings.keys.title}
        icon={<KeysIcon />}
        shortcut="?"
        onPress={commands['show-keys']}
      />
    </div>
  )
}
