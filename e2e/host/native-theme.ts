// nativeTheme: what the app asks of it reaches the pages as prefers-color-scheme.
import { onPageOpened, openPages } from './open-pages.ts'
import type { OwnPage } from './own-page.ts'
import { forApp, KnownEvents, withMembers } from './stand-in.ts'

type Source = Electron.NativeTheme['themeSource']

let source: Source = 'system'
const events = new KnownEvents('electron.nativeTheme', ['updated'])

function show(page: OwnPage): void {
  const value = source === 'system' ? '' : source
  page.later(async ({ session }) => {
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  })
}

type Members =
  | 'themeSource'
  | 'shouldUseDarkColors'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency'

const members: Pick<Electron.NativeTheme, Members> = {
  get themeSource() {
    return source
  },
  set themeSource(wanted: Source) {
    source = wanted
    for (const page of openPages) show(page)
    events.emit('updated')
  },
  get shouldUseDarkColors() {
    return source === 'dark'
  },
  shouldUseHighContrastColors: false,
  shouldUseInvertedColorScheme: false,
  inForcedColorsMode: false,
  prefersReducedTransparency: false,
}

onPageOpened((page) => {
  if (source !== 'system') show(page)
})

export const nativeTheme = forApp('electron.nativeTheme', withMembers(events, members))
