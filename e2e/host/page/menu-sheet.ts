// The app's menu for a person whose window is a browser's: F10 lays it over the page, as a sheet
// with a column for each menu. It lives in the preload's world and a shadow root of its own, so the
// page neither sees it nor styles it.

export interface ShownItem {
  readonly label: string
  readonly keys: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly items: readonly ShownItem[]
}

const STYLE = `
  nav { position: fixed; inset: 0 0 auto 0; z-index: 2147483647; display: flex; gap: 2em; padding: 1em 1.5em;
    font: 14px system-ui, sans-serif; color: #e8edf2; background: #1b2229; box-shadow: 0 2px 12px #000 }
  h2 { margin: 0 0 0.4em; font-size: 14px }
  button { display: flex; justify-content: space-between; gap: 2em; width: 100%; padding: 0.3em 0.6em; border: 0;
    font: inherit; color: inherit; text-align: left; background: none; border-radius: 4px }
  button:hover:enabled, button:focus-visible { background: #2f4a63; outline: none }
  button:disabled, kbd { color: #8b98a5 }
  kbd { font: inherit }
`

let shown: HTMLElement | undefined

function hide(): void {
  shown?.remove()
  shown = undefined
}

function buttonFor(item: ShownItem, click: () => void): HTMLElement {
  const button = document.createElement('button')
  button.disabled = !item.enabled
  const label = document.createElement('span')
  label.textContent = item.checked ? `✓ ${item.label}` : item.label
  const keys = document.createElement('kbd')
  keys.textContent = item.keys
  button.append(label, keys)
  button.addEventListener('click', () => {
    hide()
    click()
  })
  return button
}

function columnFor(menu: ShownItem, click: (place: number) => void): HTMLElement {
  const column = document.createElement('section')
  const heading = document.createElement('h2')
  heading.textContent = menu.label
  column.append(heading)
  for (const [place, item] of menu.items.entries())
    if (item.label !== '') column.append(buttonFor(item, () => click(place)))
  return column
}

/** Lays the menu over the page. */
export function showMenu(menus: readonly ShownItem[], click: (place: readonly number[]) => void): void {
  hide()
  shown = document.createElement('div')
  const root = shown.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  root.adoptedStyleSheets = [sheet]
  const bar = document.createElement('nav')
  bar.setAttribute('aria-label', 'Menu')
  for (const [menu, item] of menus.entries()) bar.append(columnFor(item, (place) => click([menu, place])))
  root.append(bar)
  document.documentElement.append(shown)
  root.querySelector('button')?.focus()
}

/** Asks for the menu on F10, and takes it away on Escape or a click beside it. */
export function watchForMenu(ask: () => void): void {
  window.addEventListener('keydown', (event) => {
    if (event.key === 'F10' && shown === undefined) ask()
    else if (event.key === 'F10' || (event.key === 'Escape' && shown !== undefined)) hide()
    else return
    event.preventDefault()
  })
  window.addEventListener('pointerdown', (event) => {
    if (event.target !== shown) hide()
  })
}
