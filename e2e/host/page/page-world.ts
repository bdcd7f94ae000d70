// What the host puts into the page's own world before its scripts: the near end of contextBridge,
// and a window.open that returns null, as Electron's does when the app denies the window.
import { bridgeEnd } from './bridge-end.ts'

/** Opens the page's end; `windowOpens` is the event that tells the other world of a wish. */
export function pageWorld(outgoing: string, incoming: string, windowOpens: string): void {
  bridgeEnd(outgoing, incoming)
  const open = (address: string | URL = '', frameName = '_blank', features = '') => {
    const url = new URL(address === '' ? 'about:blank' : address, document.baseURI).href
    window.dispatchEvent(new CustomEvent(windowOpens, { detail: { url, frameName, features } }))
    return null
  }
  Object.defineProperty(window, 'open', { value: open, writable: true, configurable: true })
}
