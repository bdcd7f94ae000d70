import { strings } from '../../shared/strings.en.ts'
import type { EngineState } from '../../shared/window-data.ts'
import { useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { BatchProgress } from './batch-progress.tsx'
import styles from './status-bar.module.css'

const { window: words } = strings

export function StatusBar() {
  const engine = useWindow((state) => state.engine)
  const model = useWindow(({ models }) => chosenCard(models)?.name)
  const films = useWindow(({ worklist }) => worklist.films.length)
  const counting = useWindow(({ batch }) => batch.total > 0)
  const yields = counting ? styles.yields : undefined
  return (
    <footer className={styles.bar}>
      <section aria-label={words.status} className={styles.facts}>
        <span role="status" className={engine.status === 'failed' ? styles.failed : yields}>
          {engineText(engine)}
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

function engineText({ status, provider, message }: EngineState): string {
  if (status === 'ready') return words.engine.ready(provider)
  return message === '' ? words.engine[status] : message
}
