import { mapOf } from '../../shared/heat-maps.ts'
import { strings } from '../../shared/strings.en.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { shortName } from '../chrome/short-name.ts'
import { labelShown, methodShown } from '../state/heat-map-choice.ts'
import { happened, useWindow } from '../state/store.ts'

const { window: words } = strings

/** Which class the heat map is drawn for. */
export function HeatMapClass() {
  const choice = useWindow(({ heatMap }) => heatMap)
  const stage = useWindow(({ reading }) => reading.analysis)
  const scored = stage.kind === 'done' && stage.analysis.status === 'scored' ? stage.analysis : null
  const method = scored ? methodShown(choice, scored) : undefined
  const mapped = scored?.findings.filter(({ label }) => mapOf(scored.maps, label, method)) ?? []
  return (
    <ChoiceMenu
      label={words.heatMapClass}
      choices={mapped.map(({ label, name }) => ({ key: label, name, short: shortName(label, name) }))}
      chosen={scored ? labelShown(choice, scored) : null}
      otherwise={words.heatMapClassNone}
      disabled={!choice.on || mapped.length === 0}
      onChoose={(label) => happened({ type: 'heat-map.label-chosen', label })}
    />
  )
}
