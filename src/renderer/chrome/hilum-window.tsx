import { FindingsPanel } from '../findings/findings-panel.tsx'
import { ModelCardDialog } from '../findings/model-card-dialog.tsx'
import { useWindow } from '../state/store.ts'
import { FilmView } from '../viewer/film-view.tsx'
import { WorklistPanel } from '../worklist/worklist-panel.tsx'
import { DropTarget } from './drop-target.tsx'
import { EmptyWindow } from './empty-window.tsx'
import styles from './hilum-window.module.css'
import { KeysDialog } from './keys-dialog.tsx'
import { StatusBar } from './status-bar.tsx'
import { Toolbar } from './toolbar.tsx'

export function HilumWindow() {
  const empty = useWindow(({ worklist, app }) => app !== null && worklist.films.length === 0)
  return (
    <div className={styles.window}>
      <Toolbar />
      <WorklistPanel />
      <main className={styles.middle}>
        <FilmView />
        {empty ? <EmptyWindow /> : null}
      </main>
      <FindingsPanel />
      <StatusBar />
      <DropTarget />
      <ModelCardDialog />
      <KeysDialog />
    </div>
  )
}
