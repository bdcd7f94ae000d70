import type { HeatMap, ScoredAnalysis } from '../../shared/analysis.ts'
import { HEAT_FLOOR } from '../../shared/heat-colour.ts'
import { hottestValue } from '../../shared/heat-share.ts'
import { insideLungsWords } from '../../shared/inside-lungs-words.ts'
import { strings } from '../../shared/strings.en.ts'
import { percent } from '../chrome/percent.ts'
import { WholeWords } from '../chrome/whole-words.tsx'
import { heatMapShown, type HeatMapShown } from '../state/heat-map-choice.ts'
import { happened, useWindow } from '../state/store.ts'
import { ColourBar } from './colour-bar.tsx'
import { HeatMapMethod } from './heat-map-method.tsx'
import styles from './heat-map-panel.module.css'
import { OcclusionOffer } from './occlusion-offer.tsx'

const { menu, window: words } = strings

/** What the heat map shows, in words and with its scale; or why nothing is drawn. */
export function HeatMapPanel({ analysis }: { readonly analysis: ScoredAnalysis }) {
  const choice = useWindow(({ heatMap }) => heatMap)
  const shown = heatMapShown(choice, analysis)
  return (
    <section aria-label={menu.heatMap} tabIndex={-1} className={styles.panel}>
      <h3>{menu.heatMap}</h3>
      <p>
        <WholeWords text={heatMapText(shown)} />
      </p>
      {shown.kind === 'drawn' ? <p className={styles.quiet}>{strings.caveatMap}</p> : null}
      {choice.on && shown.kind !== 'unexplained' ? <HeatMapMethod analysis={analysis} /> : null}
      <OcclusionOffer offered={shown.kind === 'unexplained'} />
      {shown.kind === 'drawn' ? <Drawn shown={shown} /> : null}
      {choice.on ? <BelowSwitch on={choice.belowOperatingPoint} /> : null}
      {shown.kind === 'drawn' ? <GridSwitch on={choice.grid} map={shown.map} /> : null}
    </section>
  )
}

function Drawn({ shown: { map } }: { readonly shown: HeatMapShown & { kind: 'drawn' } }) {
  const strength = useWindow(({ heatMap }) => heatMap.strength)
  return (
    <>
      <ColourBar map={map} strength={strength} />
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
      {on ? <p className={styles.quiet}>{gridNote(map)}</p> : null}
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
      return drawnText(shown)
  }
}

function drawnText({ finding: { name }, map: { method } }: HeatMapShown & { kind: 'drawn' }): string {
  return method === 'occlusion' ? words.occlusionOf(name) : words.heatMapOf(name, strings.methods[method])
}

function gridNote({ method, rows, columns }: HeatMap): string {
  return method === 'occlusion' ? words.occlusionGridNote(rows, columns) : words.gridNote(rows, columns)
}
