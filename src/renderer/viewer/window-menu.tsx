import { useMemo } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { happened, useWindow } from '../state/store.ts'
import { sameVoi, windowChoices } from './window-choices.ts'

const { window: words } = strings

export function WindowMenu() {
  const film = useWindow(({ reading }) => reading.loaded?.film ?? null)
  const voi = useWindow(({ display }) => display.voi)
  const choices = useMemo(() => (film ? windowChoices(film) : []), [film])
  const current = voi ? choices.findIndex((choice) => sameVoi(choice.voi, voi)) : -1
  return (
    <ChoiceMenu
      label={words.windowChoice}
      choices={choices.map(({ name, short }, index) => ({ key: String(index), name, short }))}
      chosen={current === -1 ? null : String(current)}
      otherwise={film ? words.otherWindow : words.windowChoice}
      disabled={film === null}
      onChoose={(key) => {
        const choice = choices[Number(key)]
        if (choice) happened({ type: 'voi.chosen', voi: choice.voi })
      }}
    />
  )
}
