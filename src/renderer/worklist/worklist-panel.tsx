import { useEffect, useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { chooseFilm } from '../actions/choose-film.ts'
import { clearFilms } from '../actions/clear-films.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { happened, useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { FilmRow, rowId } from './film-row.tsx'
import { filmText, shortFilmText } from './film-text.ts'
import { useScroll } from './use-scroll.ts'
import { ROW_HEIGHT, visibleRows } from './visible-rows.ts'
import styles from './worklist-panel.module.css'

const { window: words } = strings

export function WorklistPanel() {
  const count = useWindow(({ worklist }) => worklist.films.length)
  return (
    <nav aria-label={words.films} className={styles.panel}>
      <div className={styles.head}>
        <h2>{words.films}</h2>
        {count < 2 ? null : <OrderChoice />}
        {count === 0 ? null : (
          <button
            type="button"
            className={styles.clear}
            aria-label={words.clearList}
            title={words.clearList}
            onClick={() => void clearFilms()}
          >
            {words.clear}
          </button>
        )}
      </div>
      <FilmList />
    </nav>
  )
}

function OrderChoice() {
  const order = useWindow(({ worklist }) => worklist.order)
  const names = words.orders
  return (
    <ChoiceMenu
      label={words.order}
      choices={(['found', 'findings'] as const).map((key) => ({ key, name: names[key] }))}
      chosen={order}
      otherwise={names.found}
      onChoose={(key) =>
        happened({ type: 'worklist.ordered', order: key === 'findings' ? 'findings' : 'found' })
      }
    />
  )
}

function FilmList() {
  const { films, places, chosen } = useWindow(({ worklist }) => worklist)
  const card = useWindow(({ models }) => chosenCard(models))
  const list = useRef<HTMLDivElement>(null)
  const { scrolled, height, follow } = useScroll(list)
  const place = chosen === null ? undefined : places.get(chosen)
  useEffect(() => follow(place), [follow, place])

  const { first, end } = visibleRows(scrolled, height, films.length)
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={words.films}
      aria-activedescendant={chosen === null ? undefined : rowId({ id: chosen })}
      className={styles.list}
    >
      <div role="presentation" className={styles.all} style={{ height: films.length * ROW_HEIGHT }}>
        {films.slice(first, end).map((film, index) => (
          <FilmRow
            key={film.id}
            film={film}
            place={first + index}
            count={films.length}
            chosen={film.id === chosen}
            text={filmText(film.state, card)}
            shortText={shortFilmText(film, card)}
            onChoose={({ id }) => chooseFilm(id)}
          />
        ))}
      </div>
    </div>
  )
}
