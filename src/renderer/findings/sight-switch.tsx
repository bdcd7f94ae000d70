import { strings } from '../../shared/strings.en.ts'
import type { ModelSight } from '../../shared/window-data.ts'
import { commands } from '../actions/commands.ts'
import { useWindow } from '../state/store.ts'
import styles from './sight-switch.module.css'

const { menu, window: words } = strings

/** For whoever doubts what the model looks at: draws it on the film, and says it. */
export function SightSwitch() {
  const on = useWindow(({ display }) => display.sight)
  const loaded = useWindow(({ reading }) => reading.loaded)
  const sight = useWindow(({ reading }) => reading.sight)
  return (
    <div className={styles.sight}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          aria-keyshortcuts="M"
          disabled={loaded === null}
          onChange={commands['toggle-sight']}
        />
        {menu.sight}
      </label>
      {on && sight && loaded ? (
        <p role="status" className={styles.note}>
          {sightText(sight, loaded.film)}
        </p>
      ) : null}
    </div>
  )
}

function sightText(
  { region, columns, rows, masked, lungs }: ModelSight,
  film: { rows: number; columns: number },
): string {
  const { left, top, right, bottom } = region
  const whole = left === 0 && top === 0 && right === film.columns && bottom === film.rows
  return [
    whole ? words.sightWhole(columns, rows) : words.sightPart(columns, rows),
    masked && lungs ? words.sightMasked : '',
    lungs ? words.sightLungs : words.sightNoLungs,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}
