// What has the focus may go: a message that is closed, a button whose work is done. The page itself would have the focus
// then, where a reader of text finds nothing and the film's own keys do nothing. So it goes back to what had it before.
// And a slider that the pointer has moved hands it on: the keys that choose films would move the slider.

/** Of the film on screen. */
export const FILM_SURFACE_ID = 'film-on-screen'

/** What has it, and what had it before. */
const REMEMBERED = 2

export function keepFocus(page: Document): void {
  /** The latest first. */
  let had: readonly HTMLElement[] = []
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement)
      had = [target, ...had.filter((one) => one !== target)].slice(0, REMEMBERED)
  })
  const giveBack = () => {
    const isLost = page.activeElement === page.body && had[0]?.isConnected === false
    if (!isLost) return
    had = had.filter(({ isConnected }) => isConnected)
    focusFirst([...had, ...otherwise(page)])
  }
  new MutationObserver(giveBack).observe(page.body, { childList: true, subtree: true })
  // Who came by Tab raises no pointer, and keeps all of its keys.
  page.addEventListener('pointerup', () => {
    if (isSlider(page.activeElement)) focusFirst(otherwise(page))
  })
}

export function isSlider(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'range'
}

/** What is disabled or hidden does not take it. */
function focusFirst(wanted: readonly HTMLElement[]): void {
  wanted.find((one) => {
    one.focus({ preventScroll: true })
    return one.ownerDocument.activeElement === one
  })
}

/** The film, or where none is open the list. */
function otherwise(page: Document): HTMLElement[] {
  return [`#${FILM_SURFACE_ID}`, '[role=listbox]'].flatMap((one) => [
    ...page.querySelectorAll<HTMLElement>(one),
  ])
}
