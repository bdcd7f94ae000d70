import { happened } from '../state/store.ts'
import { openDrop } from './open-films.ts'

/** Films and folders may be dropped anywhere in the window. Returns the function that stops listening. */
export function listenToDrops(page: Document): () => void {
  const stop = new AbortController()
  const { signal } = stop
  page.addEventListener(
    'dragover',
    (event) => {
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      happened({ type: 'drop.entered' })
    },
    { signal },
  )
  page.addEventListener(
    'dragleave',
    // Only where the pointer leaves the window; elements within it fire too.
    (event) => event.relatedTarget === null && happened({ type: 'drop.left' }),
    { signal },
  )
  page.addEventListener(
    'drop',
    (event) => {
      event.preventDefault()
      happened({ type: 'drop.left' })
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) void openDrop(files)
    },
    { signal },
  )
  return () => stop.abort()
}
