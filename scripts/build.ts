// Bundles the app into out/: main, worker and command line for Node, preload for the sandbox, the window for Chromium.

import { build, type BuildOptions } from 'esbuild'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import manifest from '../package.json' with { type: 'json' }

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

export async function buildAll(): Promise<void> {
  // Whoever runs from out/ meanwhile must find all of the old build or all of the new one.
  const staging = `out-${process.pid}`
  try {
    await mkdir(`${root}${staging}/renderer`, { recursive: true })
    await Promise.all([
      ...[node, engine, commands, preload, renderer].map((bundle) => build({ ...bundle, outdir: staging })),
      cp(`${root}src/renderer/index.html`, `${root}${staging}/renderer/index.html`),
    ])
    await writeFile(`${root}${staging}/built`, `${new Date().toISOString()}\n`)
    await rm(`${root}out`, { recursive: true, force: true })
    await rename(`${root}${staging}`, `${root}out`)
  } finally {
    await rm(`${root}${staging}`, { recursive: true, force: true })
  }
}

if (import.meta.main) await buildAll()
