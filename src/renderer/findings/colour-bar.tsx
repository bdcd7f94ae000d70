import { useEffect, useRef } from 'react'
import type { HeatMap } from '../../shared/analysis.ts'
import { hottestValue } from '../../shared/heat-share.ts'
import { strings } from '../../shared/strings.en.ts'
import styles from './colour-bar.module.css'
import { paintColourBar } from './paint-colour-bar.ts'

const { window: words } = strings

export interface ColourBarProps {
  readonly map: HeatMap
  readonly strength: number
}

export function ColourBar({ map, strength }: ColourBarProps) {
  const { fullScale, method } = map
  const hottest = hottestValue(map)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) paintColourBar(canvas.current, strength)
  }, [strength])
  const most = scaleNumber(fullScale)
  const note = method === 'occlusion' ? words.occlusionScaleNote : words.scaleNote
  const share = Math.min(Math.max(hottest / fullScale, 0), 1)
  return (
    <>
      <div role="img" aria-label={words.colourBar(most)}>
        <canvas ref={canvas} width={256} height={1} className={styles.bar} />
        <div className={styles.scale}>
          <span className={styles.hottest} style={{ left: `${share * 100}%` }} />
        </div>
        <p className={styles.numbers}>
          <span>0</span>
          <span>{scaleNumber(fullScale / 2)}</span>
          <span>{most}</span>
        </p>
      </div>
      <p className={styles.note}>{note(scaleNumber(hottest))}</p>
    </>
  )
}

const scaleNumber = (value: number) => String(Number(value.toPrecision(3)))
