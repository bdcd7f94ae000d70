// What lies behind app://hilum: the window's own files and the pixels of opened films, nothing else.

import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { parsePixelsPath, type PixelsPlace } from './address.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

// No inline script, no eval, nothing from anywhere but the app itself.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

export type FindPixels = (place: PixelsPlace) => ArrayBufferView<ArrayBuffer> | undefined

export function serve(
  folder: string,
  findPixels: FindPixels,
): (request: { url: string }) => Promise<Response> {
  return async ({ url }) => {
    const { host, pathname } = new URL(url)
    if (host !== 'hilum') return notFound()
    const wanted = parsePixelsPath(pathname)
    if (wanted === undefined) return serveFile(folder, pathname)
    const pixels = findPixels(wanted)
    if (pixels === undefined) return notFound()
    return new Response(pixels, { headers: { ...HEADERS, 'content-type': 'application/octet-stream' } })
  }
}

async function serveFile(folder: string, pathname: string): Promise<Response> {
  const file = normalize(join(folder, decodeURIComponent(pathname)))
  const type = TYPES[extname(file)]
  // A path that climbs out of the folder is nobody's.
  if (!file.startsWith(folder + sep) || type === undefined) return notFound()
  const body = await readFile(file).catch(() => undefined)
  return body === undefined
    ? notFound()
    : new Response(body, { headers: { ...HEADERS, 'content-type': type } })
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: HEADERS })
}
