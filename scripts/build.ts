// Bundles the app into out/: main, worker and command line for Node, preload for the sandbox, the window for Chromium.

import { build, type BuildOptions } from 'esbuild'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }
import { systemErrorCode } from '../src/shared/errors.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

// What stays outside the bundles is what an installed app brings with it: packages with native or WASM parts, which
// find their files beside themselves. They alone are `dependencies`; all else is bundled and a `devDependency`.
const { dependencies } = manifest
const external = ['electron', ...Object.keys(dependencies).flatMap((name) => [name, `${name}/*`])]

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
}

const node: BuildOptions = {
  ...shared,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external,
  // Bundled CommonJS packages call require(); an ES module has none unless it is made.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  entryPoints: {
    'main/main': 'src/main/main.ts',
  },
}

// A process starts sooner when it loads what only some films or commands need no sooner than they do. The chunks lie
// beside the other bundles, since places.ts goes by where its own code lies.
export const engine: BuildOptions = {
  ...node,
  splitting: true,
  chunkNames: 'main/worker-[name]-[hash]',
  entryPoints: { 'main/worker': 'src/main/engine/worker.ts' },
}

export const commands: BuildOptions = {
  ...node,
  splitting: true,
  chunkNames: 'main/cli-[name]-[hash]',
  entryPoints: { 'main/cli': 'src/main/cli/main.ts' },
}

// A sandboxed preload has no ES modules: one CommonJS file.
const preload: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  external: ['electron'],
  entryPoints: { 'preload/bridge': 'src/preload/bridge.ts' },
  outExtension: { '.js': '.cjs' },
}

const renderer: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'chrome150',
  format: 'esm',
  jsx: 'automatic',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.css': 'css', '.module.css': 'local-css', '.svg': 'dataurl', '.woff2': 'file' },
  entryPoints: { 'renderer/app': 'src/renderer/app.tsx' },
}

export const bundles: readonly BuildOptions[] = [node, engine, commands, preload, renderer]

export async function buildAll(): Promise<void> {
  const begun = new Date()
  const staging = `out-${process.pid}`
  try {
    await mkdir(`${root}${staging}/renderer`, { recursive: true })
    await Promise.all([
      ...bundles.map((bundle) => build({ ...bundle, outdir: staging })),
      cp(`${root}src/renderer/index.html`, `${root}${staging}/renderer/index.html`),
    ])
    await writeFile(`${root}${staging}/built`, await digestOf(`${root}${staging}`))
    await putInPlace(`${root}${staging}`, `${root}out`, begun)
  } finally {
    await rm(`${root}${staging}`, { recursive: true, force: true })
  }
}

async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  for (const file of files.toSorted()) hash.update(relative(folder, file)).update(await readFile(file))
  return hash.digest('hex')
}

/**
 * Whoever runs from there meanwhile finds all of the old build or all of the new one, and so does another that builds:
 * what it built stays where it is the same, and where it comes between.
 */
export async function putInPlace(built: string, place: string, begun: Date): Promise<void> {
  const aside = `${built}-old`
  // A source that changed while it was bundled is newer than that.
  await utimes(join(built, 'built'), begun, begun)
  try {
    if ((await digestIn(built)) === (await digestIn(place))) {
      await utimes(join(place, 'built'), begun, begun)
      return
    }
    await rename(place, aside).catch(unlessGone)
    await rename(built, place).catch(async (error: unknown) => {
      if ((await digestIn(place)) === undefined) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function digestIn(folder: string): Promise<string | undefined> {
  return readFile(join(folder, 'built'), 'utf8').catch(unlessGone)
}

function unlessGone(error: unknown): undefined {
  if (systemErrorCode(error) !== 'ENOENT') throw error
}

if (import.meta.main) await buildAll()
