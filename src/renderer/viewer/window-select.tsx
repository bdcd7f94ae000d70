import { useMemo } from 'react'
import { strings } from '../../shared/strings.en.ts'
import styles from '../chrome/select.module.css'
import { happened, useWindow } from '../state/store.ts'
import { sameVoi, windowChoices } from './window-choices.ts'

const { window: words } = strings
const OTHER = -1

export function WindowSelect() {
  const film = useWindow(({ reading }) => reading.loaded?.film ?? null)
  const voi = useWindow(({ display }) => display.voi)
  const choices = useMemo(() => (film ? windowChoices(film) : []), [film])
  const current = voi ? choices.findIndex((choice) => sameVoi(choice.voi, voi)) : OTHER
  return (
    <select
      className={styles.select}
      aria-label={words.windowChoice}
      disabled={film === null}
      value={current}
      onChange={(event) => {
        const choice = choices[Number(event.currentTarget.value)]
        if (choice) happened({ type: 'voi.chosen', voi: choice.voi })
      }}
    >
      {current === OTHER ? (
        <option value={OTHER}>{film ? words.otherWindow : words.windowChoice}</option>
      ) : null}
      {choices.map(({ name }, index) => (
        <option key={`${index} ${name}`} value={index}>
          {name}
        </option>
      ))}
    </select>
  )
}
