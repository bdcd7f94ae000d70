// net: the machine's own files only; the stand-in has no network.
import { openAsBlob } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { forApp } from './stand-in.ts'

const members: Pick<Electron.Net, 'fetch' | 'isOnline'> = {
  async fetch(input) {
    const url = typeof input === 'string' ? input : input.url
    if (!url.startsWith('file:')) throw new TypeError(`net::ERR_INTERNET_DISCONNECTED: ${url}`)
    return new Response(await openAsBlob(fileURLToPath(url)))
  },
  isOnline: () => false,
}

export const net = forApp('electron.net', members)
