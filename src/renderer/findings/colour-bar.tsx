import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import styles from './colour-bar.module.css'
import { paintColourBar } from './paint-colour-bar.ts'

export interface ColourBarProps {
  readonly fullScale: number
  readonly strength: number
}

export function ColourBar({ fullScale, strength }: ColourBarProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) paintColourBar(canvas.current, strength)
  }, [strength])
  const most = scaleNumber(fullScale)
  return (
    <div role="img" aria-label={strings.window.colourBar(most)}>
      <canvas ref={canvas} width={256} height={1} className={styles.bar} />
      <p className={styles.numbers}>
        <span>0</span>
        <span>{scaleNumber(fullScale / 2)}</span>
        <span>{most}</span>
      </p>
    </div>
  )
}

const scaleNumber = (value: number) => String(Number(value.toPrecision(3)))
