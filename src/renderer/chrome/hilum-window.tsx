import { FindingsPanel } from '../findings/findings-panel.tsx'
import { ModelCardDialog } from '../findings/model-card-dialog.tsx'
import { useWindow } from '../state/store.ts'
import { FilmView } from '../viewer/film-view.tsx'
import { WorklistPanel } from '../worklist/worklist-panel.tsx'
import { DropTarget } from './drop-target.tsx'
import { EmptyWindow } from './empty-window.tsx'
import styles from './hilum-window.module.css'
import { KeysDialog } from './keys-dialog.tsx'
import { MessageList } from './message-list.tsx'
import { StatusBar } from './status-bar.tsx'
import { Toolbar } from './toolbar.tsx'

export function HilumWindow() {
  const empty = useWindow(({ worklist, app }) => app !== null && worklist.films.length === 0)
  const panels = useWindow((state) => state.panels)
  return (
    <div className={panels ? styles.window : styles.withoutPanels}>
      <Toolbar />
      {panels ? <WorklistPanel /> : null}
      <main className={styles.middle}>
        <FilmView />
        {empty ? <EmptyWindow /> : null}
      </main>
      {panels ? <FindingsPanel /> : <MessageList />}
      <StatusBar />
      <DropTarget />
      <ModelCardDialog />
      <KeysDialog />
    </div>
  )
}
