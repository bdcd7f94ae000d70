// The text that the browser evaluates in each new document, before the page's own scripts: once in
// the preload's world, once in the page's.
import { build } from 'esbuild'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { accelerators } from './menu.ts'
import { settings } from './settings.ts'
import type { PreloadSettings } from './page/preload-world.ts'

export const PRELOAD_WORLD = 'Electron Isolated Context'

/** The name under which the preload's world keeps what the host calls. */
export const WORLD = '__hilumPreloadWorld'

export const BINDING = '__hilumPost'

// The page must not guess the events between the two worlds.
const nonce = randomUUID()
const events = { outgoing: `up-${nonce}`, incoming: `down-${nonce}`, windowOpens: `open-${nonce}` }

// Not at once: main must answer meanwhile, as it does in Electron.
async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./page/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'host',
    target: 'chrome140',
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

const bundles = new Map<string, Promise<string>>()

function bundled(name: string): Promise<string> {
  const text = bundles.get(name) ?? bundle(name)
  bundles.set(name, text)
  return text
}

// Both texts run in every frame of the page; only the main frame's documents of the app are the app's.
const ONLY_THE_APP =
  "if (window !== window.top || !location.hostname.endsWith('.hilum-host.invalid')) return;"

function preloadSettings(argv: readonly string[]): PreloadSettings {
  const { platform, arch, versions } = process
  const plain = Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, version ?? '']))
  return {
    ...events,
    binding: BINDING,
    platform,
    arch,
    argv,
    versions: plain,
    accelerators: accelerators(),
    headed: settings.headed,
  }
}

export async function preloadScript(
  preloadPath: string | undefined,
  argv: readonly string[],
): Promise<string> {
  const preload = preloadPath === undefined ? '' : await readFile(preloadPath, 'utf8')
  return `(() => { ${ONLY_THE_APP}
${await bundled('preload-world')}
globalThis.${WORLD} = host.runPreload(${JSON.stringify(preloadSettings(argv))}, function (require, module, exports, process) {
${preload}
});
})()`
}

export async function pageScript(): Promise<string> {
  const { outgoing, incoming, windowOpens } = events
  // What is outgoing for the preload's world is incoming here.
  return `(() => { ${ONLY_THE_APP}
${await bundled('page-world')}
host.pageWorld(${JSON.stringify(incoming)}, ${JSON.stringify(outgoing)}, ${JSON.stringify(windowOpens)});
})()`
}
