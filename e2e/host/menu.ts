// Menu: the template as items, which a spec clicks by their labels and the keyboard by their keys.
import { keysOf } from './accelerator.ts'
import { lifecycle } from './lifecycle.ts'
import { ROLES, type Role } from './menu-roles.ts'
import type { ShownItem } from './page/menu-sheet.ts'
import { forApp, knownOptions, lacks } from './stand-in.ts'

type Template = Electron.MenuItemConstructorOptions

/** What a click needs of the rest of the app; set by the module that knows both. */
export interface MenuSurroundings {
  focusedWindow(): Electron.BrowserWindow | null
  readonly app: { quit(): void }
}

let surroundings: MenuSurroundings

export function setSurroundings(known: MenuSurroundings): void {
  surroundings = known
}

const OPTIONS = new Set([
  ...['label', 'role', 'type', 'id', 'click', 'accelerator', 'submenu', 'enabled', 'visible', 'checked'],
  ...['sublabel', 'toolTip', 'registerAccelerator', 'acceleratorWorksWhenHidden', 'icon'],
])

export interface Item {
  readonly id: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: OwnMenu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  click(): void
}

/** What a template leaves out, Electron fills in so. */
const PLAIN = { id: '', enabled: true, visible: true, checked: false }

function roleOf({ role }: Template): Role | undefined {
  if (role === undefined) return undefined
  const known = ROLES[role.toLowerCase()]
  if (known === undefined) throw lacks(`menu role '${role}'`)
  return known
}

function submenuOf(template: Template, known: Role | undefined): OwnMenu | undefined {
  const inner = template.submenu ?? known?.submenu
  return inner === undefined ? undefined : menuOf(inner)
}

function act(template: Template, known: Role | undefined, item: Item): void {
  if (item.type === 'checkbox') item.checked = !item.checked
  if (item.type === 'radio') item.checked = true
  const window = surroundings.focusedWindow()
  if (known === undefined) {
    template.click?.(forApp('electron.MenuItem', item) as never, window ?? undefined, {} as never)
    return
  }
  if (known.act === undefined) throw lacks(`action of the menu role '${template.role}'`)
  known.act(window, surroundings.app)
}

function itemOf(template: Template): Item {
  knownOptions('menu item option', template, OPTIONS)
  const known = roleOf(template)
  const submenu = submenuOf(template, known)
  const { id, enabled, visible, checked } = { ...PLAIN, ...template }
  const item: Item = {
    ...{ id, enabled, visible, checked, submenu },
    role: template.role,
    type: template.type ?? (submenu === undefined ? 'normal' : 'submenu'),
    accelerator: template.accelerator ?? known?.accelerator,
    label: template.label ?? known?.label ?? '',
    click: () => act(template, known, item),
  }
  return item
}

class OwnMenu {
  items: Item[] = []

  append(item: Item): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      if (item.id === id) return forApp('electron.MenuItem', item)
      const within = item.submenu?.getMenuItemById(id)
      if (within !== undefined && within !== null) return within
    }
    return null
  }

  static buildFromTemplate = (template: Template[]) => forApp('electron.Menu', menuOf(template))
  static setApplicationMenu = (menu: OwnMenu | null) => {
    current = menu
    lifecycle.emit('accelerators-changed')
  }
  static getApplicationMenu = () => current
}

function menuOf(from: readonly Template[] | Electron.Menu): OwnMenu {
  if (!isTemplate(from)) return from as unknown as OwnMenu
  const menu = new OwnMenu()
  menu.items = from.map((template) => forApp('electron.MenuItem', itemOf(template)))
  return menu
}

function isTemplate(from: readonly Template[] | Electron.Menu): from is readonly Template[] {
  return Array.isArray(from)
}

let current: OwnMenu | null = null

export const Menu = forApp('electron.Menu', OwnMenu)

class OwnMenuItem {
  constructor(template: Template) {
    return itemOf(template)
  }
}

export const MenuItem = forApp('electron.MenuItem', OwnMenuItem)

function* itemsOf(menu: OwnMenu | null): Generator<Item> {
  for (const item of menu?.items ?? []) {
    yield item
    yield* itemsOf(item.submenu ?? null)
  }
}

/** The keys that the menu takes when the page has left them. */
export function accelerators(): string[] {
  return [...itemsOf(current)].flatMap(({ accelerator }) =>
    accelerator === undefined ? [] : [keysOf(accelerator)],
  )
}

export async function clickAccelerator(keys: string): Promise<void> {
  const item = [...itemsOf(current)].find(
    ({ accelerator }) => accelerator !== undefined && keysOf(accelerator) === keys,
  )
  if (item?.enabled === true && item.visible) item.click()
}

// A mnemonic's ampersand and the dots of a command that asks more are not part of a spoken label.
function spoken(label: string): string {
  return label.replace(/&(?=\w)/g, '').replace(/(…|\.\.\.)$/, '')
}

/** The item at 'File > Open Folder', or with that id or role. */
export function findItem(wanted: string): Item {
  const byName = [...itemsOf(current)].find(({ id, role }) => id === wanted || role === wanted)
  if (byName !== undefined) return byName
  let items = current?.items ?? []
  let found: Item | undefined
  for (const step of wanted.split('>').map((part) => spoken(part.trim()))) {
    found = items.find(({ label, visible }) => visible && spoken(label) === step)
    if (found === undefined) {
      const offered = items.map(({ label }) => label).filter((label) => label !== '')
      throw new Error(`The menu has no '${wanted}': beside '${step}' there are ${offered.join(', ')}.`)
    }
    items = found.submenu?.items ?? []
  }
  return found as Item
}

/** The menu as the page shows it to a person. */
export function shownItems(menu: OwnMenu | null = current): ShownItem[] {
  return (menu?.items ?? []).map((item) => ({
    label: item.label.replace(/&(?=\w)/g, ''),
    keys: item.accelerator === undefined ? '' : keysOf(item.accelerator),
    enabled: item.enabled && item.visible,
    checked: item.checked,
    items: shownItems(item.submenu ?? null),
  }))
}

/** Clicks the item at a place: its number in the bar, then in its menu. */
export function clickPlace(place: readonly number[]): void {
  let items = current?.items ?? []
  let item: Item | undefined
  for (const step of place) {
    item = items[step]
    items = item?.submenu?.items ?? []
  }
  if (item?.enabled === true) item.click()
}

export interface MenuItemState {
  readonly label: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly visible: boolean
}

export function menuItemState(wanted: string): MenuItemState {
  const { label, enabled, checked, visible } = findItem(wanted)
  return { label, enabled, checked, visible }
}

export function clickMenu(wanted: string): void {
  const item = findItem(wanted)
  if (!item.enabled) throw new Error(`The menu's '${wanted}' is disabled.`)
  item.click()
}
