import { toldShade } from '../../shared/greyscale/shade.ts'
import { strings } from '../../shared/strings.en.ts'
import { ask } from '../api.ts'
import { isWhole } from '../state/marks.ts'
import { happened, windowNow } from '../state/store.ts'
import type { WindowState } from '../state/window-state.ts'
import { sceneOf } from '../viewer/scene.ts'
import { attempt } from './attempt.ts'

export function exportReport(format: 'pdf' | 'csv' | 'json'): Promise<void> {
  return attempt(async () => {
    const { marks } = windowNow()
    const measured = marks.drawn.filter(isWhole).map(({ id, frame, kind, lines }) => {
      return { id, frame, kind, lines: [...lines] }
    })
    const order = { format, shown: shownFilms(windowNow()), marks: measured }
    const { name, films, unread } = await ask('report.export', order).finally(() =>
      happened({ type: 'work.ended' }),
    )
    if (name !== null)
      happened({ type: 'message.added', tone: 'note', text: strings.window.saved(name, { films, unread }) })
  })
}

/** Those before the reader, as he sees them; one that could not be opened is shown by its reason. */
function shownFilms(state: WindowState) {
  const drawn = (['current', 'kept'] as const).flatMap((pane) => {
    const scene = sceneOf(state, pane)
    if (scene === null) return []
    const { id, grey } = scene.loaded.film
    return [{ id, shade: toldShade(scene, grey) }]
  })
  const { chosen } = state.worklist
  const isDrawn = chosen === null || drawn.some(({ id }) => id === chosen)
  return isDrawn ? drawn : [...drawn, { id: chosen, shade: null }]
}
