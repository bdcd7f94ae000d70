import { strings } from '../../shared/strings.en.ts'
import styles from '../chrome/select.module.css'
import { labelShown } from '../state/heat-map-choice.ts'
import { happened, useWindow } from '../state/store.ts'

/** Which class the heat map is drawn for. */
export function HeatMapClass() {
  const choice = useWindow(({ heatMap }) => heatMap)
  const stage = useWindow(({ reading }) => reading.analysis)
  const scored = stage.kind === 'done' && stage.analysis.status === 'scored' ? stage.analysis : null
  const mapped = scored?.findings.filter(({ label }) => scored.maps.some((map) => map.label === label)) ?? []
  return (
    <select
      className={styles.select}
      aria-label={strings.window.heatMapClass}
      disabled={!choice.on || mapped.length === 0}
      value={scored ? labelShown(choice, scored) : ''}
      onChange={(event) => happened({ type: 'heat-map.label-chosen', label: event.currentTarget.value })}
    >
      {mapped.length === 0 ? <option value="">{strings.window.heatMapClassNone}</option> : null}
      {mapped.map(({ label, name }) => (
        <option key={label} value={label}>
          {name}
        </option>
      ))}
    </select>
  )
}
