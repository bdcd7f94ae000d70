import type { HeatMap, ScoredAnalysis } from '../../shared/analysis.ts'
import { HEAT_FLOOR } from '../../shared/heat-colour.ts'
import { methodsOf } from '../../shared/heat-maps.ts'
import { hottestValue } from '../../shared/heat-share.ts'
import { insideLungsWords } from '../../shared/inside-lungs-words.ts'
import { strings } from '../../shared/strings.en.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { percent } from '../chrome/percent.ts'
import { heatMapShown, methodShown, type HeatMapShown } from '../state/heat-map-choice.ts'
import { happened, useWindow } from '../state/store.ts'
import { ColourBar } from './colour-bar.tsx'
import styles from './heat-map-panel.module.css'

const { menu, window: words } = strings

/** What the heat map shows, in words and with its scale; or why nothing is drawn. */
export function HeatMapPanel({ analysis }: { readonly analysis: ScoredAnalysis }) {
  const choice = useWindow(({ heatMap }) => heatMap)
  const shown = heatMapShown(choice, analysis)
  return (
    <section aria-label={menu.heatMap} className={styles.panel}>
      <h3>{menu.heatMap}</h3>
      <p>{heatMapText(shown)}</p>
      {shown.kind === 'drawn' ? <Drawn shown={shown} /> : null}
      {choice.on ? <MethodChoice analysis={analysis} /> : null}
      {choice.on ? <BelowSwitch on={choice.belowOperatingPoint} /> : null}
      {shown.kind === 'drawn' ? <GridSwitch on={choice.grid} map={shown.map} /> : null}
      {shown.kind === 'drawn' ? <p className={styles.quiet}>{strings.caveatMap}</p> : null}
    </section>
  )
}

function Drawn({ shown: { map } }: { readonly shown: HeatMapShown & { kind: 'drawn' } }) {
  const strength = useWindow(({ heatMap }) => heatMap.strength)
  return (
    <>
      <ColourBar fullScale={map.fullScale} strength={strength} hottest={hottestValue(map)} />
      <InsideLungs map={map} />
      {hottestValue(map) < HEAT_FLOOR * map.fullScale ? <p>{words.nothingAbove}</p> : null}
      <label className={styles.strength}>
        {words.strength}
        <input
          type="range"
          min={0}
          max={100}
          value={Math.round(strength * 100)}
          onChange={(event) =>
            happened({
              type: 'heat-map.strength-chosen',
              strength: event.currentTarget.valueAsNumber / 100,
            })
          }
        />
      </label>
    </>
  )
}

/** Shown where there is something to choose. */
function MethodChoice({ analysis }: { readonly analysis: ScoredAnalysis }) {
  const choice = useWindow(({ heatMap }) => heatMap)
  const methods = methodsOf(analysis.maps)
  if (methods.length < 2) return null
  return (
    <ChoiceMenu
      label={words.heatMapMethod}
      choices={methods.map((method) => ({ key: method, name: strings.methods[method] }))}
      chosen={methodShown(choice, analysis) ?? null}
      otherwise={words.heatMapClassNone}
      opens="up"
      onChoose={(key) => {
        const method = methods.find((each) => each === key)
        if (method !== undefined) happened({ type: 'heat-map.method-chosen', method })
      }}
    />
  )
}

function InsideLungs({ map }: { readonly map: HeatMap }) {
  const { share, flag } = insideLungsWords(map)
  return share === '' ? null : (
    <p className={flag === '' ? undefined : styles.flagged}>
      {share} {flag}
    </p>
  )
}

function BelowSwitch({ on }: { readonly on: boolean }) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={on} onChange={() => happened({ type: 'heat-map.below-toggled' })} />
      {words.showBelow}
    </label>
  )
}

function GridSwitch({ on, map }: { readonly on: boolean; readonly map: HeatMap }) {
  return (
    <>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          aria-keyshortcuts="G"
          onChange={() => happened({ type: 'heat-map.grid-toggled' })}
        />
        {words.showGrid}
      </label>
      {on ? <p className={styles.quiet}>{words.gridNote(map.rows, map.columns)}</p> : null}
    </>
  )
}

function heatMapText(shown: HeatMapShown): string {
  switch (shown.kind) {
    case 'none':
      return words.heatMapOff
    case 'unexplained':
      return words.heatMapUnexplained
    case 'no-maps':
      return words.heatMapNone
    case 'below': {
      const { name, probability, threshold } = shown.finding
      return words.heatMapBelow(name, percent(probability), percent(threshold))
    }
    case 'drawn':
      return `${words.heatMapOf(shown.finding.name)} (${strings.methods[shown.map.method]})`
  }
}
