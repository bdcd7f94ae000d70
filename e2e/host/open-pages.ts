// Which windows' pages are open now.
import { lifecycle } from './lifecycle.ts'
import type { OwnPage } from './own-page.ts'

export const openPages = new Set<OwnPage>()

const whenOpened: ((page: OwnPage) => void)[] = []

/** `seen` is called with each page that opens from now on. */
export function onPageOpened(seen: (page: OwnPage) => void): void {
  whenOpened.push(seen)
}

/** The page counts as open until it is destroyed. */
export function pageOpened(page: OwnPage): void {
  openPages.add(page)
  page.events.once('destroyed', () => openPages.delete(page))
  for (const seen of whenOpened) seen(page)
}

export function pageOfFrame(frameId: string): OwnPage | undefined {
  return [...openPages].find((page) => page.mainFrame === frameId)
}

/** The page of the window that was last in front. */
export function focusedPage(): OwnPage | undefined {
  return [...openPages].at(-1)
}

lifecycle.on('accelerators-changed', () => {
  for (const page of openPages) page.pushAccelerators()
})
