import { strings } from '../../shared/strings.en.ts'
import type { KeyRow } from '../../shared/strings/keys.en.ts'
import { happened, useWindow } from '../state/store.ts'
import { Dialog } from './dialog.tsx'
import styles from './keys-dialog.module.css'

const { title, groups } = strings.keys

/** All that keys and pointer do, in one place. */
export function KeysDialog() {
  const open = useWindow(({ dialog }) => dialog === 'keys')
  const mac = useWindow(({ app }) => app?.platform === 'darwin')
  return (
    <Dialog open={open} label={title} onClose={() => happened({ type: 'dialog.closed' })}>
      <div className={styles.groups}>
        {groups.map(({ name, rows }) => (
          <section key={name} aria-label={name} className={styles.group}>
            <h3>{name}</h3>
            <dl className={styles.rows}>
              {rows.map((row) => (
                <Row key={row.does} row={row} mac={mac} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function Row({ row: { keys, does }, mac }: { readonly row: KeyRow; readonly mac: boolean }) {
  return (
    <div className={styles.row}>
      <dt className={styles.keys}>
        {keys.map((key) => (
          <kbd key={key}>{mac ? key.replace('Ctrl', '⌘') : key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  )
}
