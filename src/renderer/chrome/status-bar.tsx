import { strings } from '../../shared/strings.en.ts'
import { useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { BatchProgress } from './batch-progress.tsx'
import { EngineStatus } from './engine-status.tsx'
import styles from './status-bar.module.css'

const { window: words } = strings

export function StatusBar() {
  const failed = useWindow(({ engine }) => engine.status === 'failed')
  const model = useWindow(({ models }) => chosenCard(models)?.name)
  const films = useWindow(({ worklist }) => worklist.films.length)
  const counting = useWindow(({ batch }) => batch.total > 0)
  const yields = counting ? styles.yields : undefined
  return (
    <footer className={styles.bar}>
      <section aria-label={words.status} className={styles.facts}>
        <span role="status" className={failed ? styles.failed : yields}>
          <EngineStatus />
        </span>
        {model === undefined ? null : <span className={styles.model}>{model}</span>}
        <span className={yields}>{words.filmCount(films)}</span>
        <BatchProgress />
      </section>
      <p role="note" className={styles.notice}>
        {strings.notice}
      </p>
    </footer>
  )
}
