// Bundles the app into out/: main, worker and command line for Node, preload for the sandbox, the window for Chromium.

import { build, type BuildOptions } from 'esbuild'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

// Packages with native or WASM parts find their files beside themselves, so they stay outside the bundle.
const external = [
  'electron',
  'onnxruntime-node',
  'sharp',
  '@julusian/jpeg-turbo',
  '@cornerstonejs/*',
  'jpeg-lossless-decoder-js',
  'pdfkit',
]

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
}

const node: BuildOptions = { ...shared, platform: 'node', target: 'node24', format: 'esm', external }

// Bundled CommonJS packages call require(); an ES module has none unless it is made.
const requireBanner = {
  js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
}

export async function buildAll(): Promise<void> {
  await rm(`${root}out`, { recursive: true, force: true })
  await mkdir(`${root}out/renderer`, { recursive: true })
  await Promise.all([
    build({
      ...node,
      banner: requireBanner,
      entryPoints: {
        'main/main': 'src/main/main.ts',
        'main/worker': 'src/main/engine/worker.ts',
        'main/cli': 'src/main/cli/main.ts',
      },
      outdir: 'out',
    }),
    // A sandboxed preload has no ES modules: one CommonJS file.
    build({
      ...shared,
      platform: 'node',
      format: 'cjs',
      external: ['electron'],
      entryPoints: { 'preload/bridge': 'src/preload/bridge.ts' },
      outdir: 'out',
      outExtension: { '.js': '.cjs' },
    }),
    build({
      ...shared,
      platform: 'browser',
      target: 'chrome150',
      format: 'esm',
      jsx: 'automatic',
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      loader: { '.css': 'css', '.module.css': 'local-css', '.svg': 'dataurl', '.woff2': 'file' },
      entryPoints: { 'renderer/app': 'src/renderer/app.tsx' },
      outdir: 'out',
    }),
    cp(`${root}src/renderer/index.html`, `${root}out/renderer/index.html`),
  ])
  await writeFile(`${root}out/built`, `${new Date().toISOString()}\n`)
}

if (import.meta.main) await buildAll()
