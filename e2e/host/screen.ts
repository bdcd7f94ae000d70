// screen: one display of a usual size.
import { forApp } from './stand-in.ts'

const whole = { x: 0, y: 0, width: 1920, height: 1080 }

const display = forApp('electron.Display', {
  id: 1,
  label: '',
  bounds: whole,
  workArea: whole,
  size: { width: whole.width, height: whole.height },
  workAreaSize: { width: whole.width, height: whole.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} satisfies Partial<Electron.Display>) as unknown as Electron.Display

type Members = 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint'

const members: Pick<Electron.Screen, Members> = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
}

export const screen = forApp('electron.screen', members)
