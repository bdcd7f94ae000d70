// Where the app's own files lie. Sources (src/main) and bundles (out/main) stand equally deep below the root.

import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

// In an installed app the code lies in resources/app.asar and the models and assets beside it.
const resources = basename(root) === 'app.asar' ? dirname(root) : root

export const places = {
  models: join(resources, 'models'),
  assets: join(resources, 'assets'),
  samples: join(resources, 'assets', 'samples'),
  renderer: join(root, 'out', 'renderer'),
  preload: join(root, 'out', 'preload', 'bridge.cjs'),
  worker: import.meta.url.endsWith('.ts')
    ? fileURLToPath(new URL('./engine/worker.ts', import.meta.url))
    : fileURLToPath(new URL('./worker.js', import.meta.url)),
} as const

export function appVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new TypeError('package.json has no version')
}
