import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import styles from './colour-bar.module.css'
import { paintColourBar } from './paint-colour-bar.ts'

export interface ColourBarProps {
  readonly fullScale: number
  readonly strength: number
  /** This film's highest value. */
  readonly hottest: number
}

export function ColourBar({ fullScale, strength, hottest }: ColourBarProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) paintColourBar(canvas.current, strength)
  }, [strength])
  const most = scaleNumber(fullScale)
  const share = Math.min(Math.max(hottest / fullScale, 0), 1)
  return (
    <>
      <div role="img" aria-label={strings.window.colourBar(most)}>
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
      <p className={styles.note}>{strings.window.scaleNote(scaleNumber(hottest))}</p>
    </>
  )
}

const scaleNumber = (value: number) => String(Number(value.toPrecision(3)))
