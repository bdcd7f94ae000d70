import { useEffect, useMemo, useRef } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { chooseFilm } from '../actions/choose-film.ts'
import { clearFilms } from '../actions/clear-films.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { happened, useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { isStale } from '../state/worklist.ts'
import { filterCounts, type WorklistFilter } from '../state/worklist-filter.ts'
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
        {count < 2 ? null : <Update />}
        {count === 0 ? null : (
          <button
            type="button"
            className={styles.press}
            aria-label={words.clearList}
            title={words.clearList}
            onClick={() => void clearFilms()}
          >
            {words.clear}
          </button>
        )}
      </div>
      {count < 2 ? null : (
        <div className={styles.choices}>
          <OrderChoice />
          <FilterChoice />
        </div>
      )}
      <FilmList />
    </nav>
  )
}

/** Films keep their places while scores come. It stands where they would have others by now. */
function Update() {
  const worklist = useWindow((state) => state.worklist)
  const stale = useMemo(() => isStale(worklist), [worklist])
  if (!stale) return null
  return (
    <button
      type="button"
      className={styles.press}
      aria-label={words.updateList}
      title={words.updateListWhy}
      onClick={() => happened({ type: 'worklist.ordered', order: worklist.order })}
    >
      {words.update}
    </button>
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

function FilterChoice() {
  const films = useWindow(({ worklist }) => worklist.films)
  const filter = useWindow(({ worklist }) => worklist.filter)
  const counts = useMemo(() => filterCounts(films, filter), [films, filter])
  return (
    <ChoiceMenu
      label={words.filter}
      choices={counts.map(([key, count]) => ({
        key,
        name: words.filterCount(FILTER_NAMES[key], count),
        short: FILTER_NAMES[key],
      }))}
      chosen={filter}
      otherwise={words.allFilms}
      caption={words.filterNote}
      onChoose={(key) => {
        const chosen = counts.find(([one]) => one === key)
        if (chosen) happened({ type: 'worklist.filtered', filter: chosen[0] })
      }}
    />
  )
}

const FILTER_NAMES: Readonly<Record<WorklistFilter, string>> = {
  all: words.allFilms,
  ...strings.bands,
  ...words.states,
}

function FilmList() {
  const { films, places, listed, rows, chosen } = useWindow(({ worklist }) => worklist)
  const card = useWindow(({ models }) => chosenCard(models))
  const list = useRef<HTMLDivElement>(null)
  const { scrolled, height, follow } = useScroll(list)
  const row = chosen === null ? undefined : rows.get(chosen)
  useEffect(() => follow(row), [follow, row])

  const { first, end } = visibleRows(scrolled, height, listed.length)
  const seen = listed.slice(first, end).flatMap((id) => films[places.get(id) ?? -1] ?? [])
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={words.films}
      aria-activedescendant={chosen === null || row === undefined ? undefined : rowId({ id: chosen })}
      className={styles.list}
    >
      {films.length > 0 && listed.length === 0 ? <p className={styles.none}>{words.noneListed}</p> : null}
      <div role="presentation" className={styles.all} style={{ height: listed.length * ROW_HEIGHT }}>
        {seen.map((film, index) => (
          <FilmRow
            key={film.id}
            film={film}
            place={first + index}
            count={listed.length}
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
