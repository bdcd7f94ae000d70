import type { ScoredAnalysis } from '../../shared/analysis.ts'
import { methodsOf } from '../../shared/heat-maps.ts'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { strings } from '../../shared/strings.en.ts'
import { occlude } from '../actions/occlude.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { methodShown } from '../state/heat-map-choice.ts'
import { happened, useWindow } from '../state/store.ts'

const { window: words } = strings

/** The methods that came with the score, and occlusion, which is made when it is first chosen. */
export function HeatMapMethod({ analysis }: { readonly analysis: ScoredAnalysis }) {
  const choice = useWindow(({ heatMap }) => heatMap)
  const made = methodsOf(analysis.maps)
  const methods = [...new Set([...made, 'occlusion' as const])]
  return (
    <ChoiceMenu
      label={words.heatMapMethod}
      choices={methods.map((method) => ({
        key: method,
        name: strings.methods[method],
        ...(method === 'occlusion' ? { note: words.occlusionCost(OCCLUSION_RUNS) } : {}),
      }))}
      chosen={methodShown(choice, analysis) ?? null}
      otherwise={words.heatMapClassNone}
      opens="up"
      onChoose={(key) => {
        const method = methods.find((each) => each === key)
        if (method === undefined) return
        if (made.includes(method)) happened({ type: 'heat-map.method-chosen', method })
        else void occlude()
      }}
    />
  )
}
