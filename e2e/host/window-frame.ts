// Where a window stands and how large it is. Electron's bounds include the frame; a headless page
// has none, so there the page itself gets them.
import { startBrowser } from './browser.ts'
import type { OwnPage } from './own-page.ts'
import { settings } from './settings.ts'

type Bounds = Electron.Rectangle
type Emit = (name: string, ...args: unknown[]) => void
type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen'

type Members =
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentBounds'
  | 'getSize'
  | 'setSize'
  | 'getContentSize'
  | 'setMinimumSize'
  | 'center'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'minimize'
  | 'restore'
  | 'isMinimized'
  | 'setFullScreen'
  | 'isFullScreen'

export interface WindowFrame {
  readonly members: Pick<Electron.BrowserWindow, Members>
}

/** How much of a headless window is not page. */
async function frameSize(page: OwnPage): Promise<{ width: number; height: number }> {
  const size = await page.evaluate('[outerWidth - innerWidth, outerHeight - innerHeight]')
  const [width, height] = size as [number, number]
  return { width, height }
}

async function apply(page: OwnPage, bounds: Partial<Bounds>, state: State): Promise<void> {
  const browser = await startBrowser()
  const { mainFrame } = await page.opened
  const { windowId } = await browser.session.send('Browser.getWindowForTarget', { targetId: mainFrame })
  // Chromium takes either a state or a place, never both.
  if (state !== 'normal')
    return void (await browser.session.send('Browser.setWindowBounds', {
      windowId,
      bounds: { windowState: state },
    }))
  await browser.session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  const { x, y, width, height } = bounds
  const around = settings.headed ? { width: 0, height: 0 } : await frameSize(page)
  const wanted = {
    ...(x === undefined ? {} : { left: x }),
    ...(y === undefined ? {} : { top: y }),
    ...(width === undefined ? {} : { width: width + around.width }),
    ...(height === undefined ? {} : { height: height + around.height }),
  }
  await browser.session.send('Browser.setWindowBounds', { windowId, bounds: wanted })
}

// The event of entering a state, and of leaving it.
const EVENTS = {
  maximized: ['maximize', 'unmaximize'],
  minimized: ['minimize', 'restore'],
  fullscreen: ['enter-full-screen', 'leave-full-screen'],
} as const

export function placeWindow(
  page: OwnPage,
  options: Electron.BrowserWindowConstructorOptions,
  emit: Emit,
): WindowFrame {
  const { x = 0, y = 0, width = 800, height = 600 } = options
  let bounds: Bounds = { x, y, width, height }
  let state: State = 'normal'
  const enter = (next: State) => {
    if (next === state) return
    if (state !== 'normal') emit(EVENTS[state][1])
    state = next
    if (state !== 'normal') emit(EVENTS[state][0])
    page.later(() => apply(page, bounds, state))
  }
  const place = (wanted: Partial<Bounds>) => {
    bounds = { ...bounds, ...wanted }
    page.later(() => apply(page, bounds, state))
    if (wanted.width !== undefined || wanted.height !== undefined) emit('resize')
    if (wanted.x !== undefined || wanted.y !== undefined) emit('move')
  }
  page.later(() => apply(page, { width, height }, state))
  return {
    members: {
      getBounds: () => bounds,
      setBounds: place,
      getNormalBounds: () => bounds,
      getContentBounds: () => bounds,
      getSize: () => [bounds.width, bounds.height],
      setSize: (newWidth, newHeight) => place({ width: newWidth, height: newHeight }),
      getContentSize: () => [bounds.width, bounds.height],
      setMinimumSize: () => undefined,
      center: () => undefined,
      maximize: () => enter('maximized'),
      unmaximize: () => enter('normal'),
      isMaximized: () => state === 'maximized',
      minimize: () => enter('minimized'),
      restore: () => enter('normal'),
      isMinimized: () => state === 'minimized',
      setFullScreen: (full) => enter(full ? 'fullscreen' : 'normal'),
      isFullScreen: () => state === 'fullscreen',
    },
  }
}
