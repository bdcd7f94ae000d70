import { useEffect, useState } from 'react'
import { strings } from '../../shared/strings.en.ts'
import hidden from '../chrome/visually-hidden.module.css'
import { useWindow } from '../state/store.ts'
import { windowText } from './corner-text.ts'

// A drag changes the window sixty times a second; what is read out waits until it rests.
const REST_MS = 250

/** Reads the window's values out to those who cannot see the corner. */
export function WindowStatus() {
  const voi = useWindow(({ display, reading }) => (reading.loaded ? display.voi : null))
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(voi ? windowText(voi) : ''), REST_MS)
    return () => clearTimeout(timer)
  }, [voi])
  return (
    <div role="status" aria-label={strings.window.windowChoice} className={hidden.hidden}>
      {text}
    </div>
  )
}
