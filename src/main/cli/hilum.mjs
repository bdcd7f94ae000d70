#!/usr/bin/env node
// Starts the command line. It is plain JavaScript that Node 20 understands too, for whatever Node the system has must
// be able to start it; the command line itself runs on the Node that the package `node` brings, Electron's major.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

const NODE_MAJOR = 24
/** What the bundles are made of; the golden films are painted as the samples are. */
const SOURCES = ['src', 'scripts/samples', 'scripts/build.ts', 'package-lock.json']
const root = new URL('../../../', import.meta.url)
const pathOf = (name) => fileURLToPath(new URL(name, root))

const major = Number.parseInt(process.versions.node, 10)
const ownNode = ['node_modules/node/bin/node', 'node_modules/node/bin/node.exe']
  .map(pathOf)
  .findLast(existsSync)
if (major !== NODE_MAJOR && ownNode !== undefined) handOver(ownNode)
else if (major >= NODE_MAJOR) await start()
else {
  console.error(
    `hilum: Node ${NODE_MAJOR} is needed and this is ${process.version}; run npm ci, which brings it.`,
  )
  process.exitCode = 1
}

async function start() {
  module.enableCompileCache(pathOf('node_modules/.cache/hilum'))
  if (isStale()) build()
  await import(new URL('out/main/cli.js', root))
}

/** Whether the bundles are missing or older than the sources. An installed package has no sources and is never stale. */
function isStale() {
  if (!existsSync(pathOf('scripts/build.ts'))) return false
  const built = statSync(pathOf('out/built'), { throwIfNoEntry: false })?.mtimeMs
  if (built === undefined) return true
  return SOURCES.some((name) => newerThan(built, pathOf(name)))
}

function newerThan(time, path) {
  // Tests are in no bundle.
  if (path.endsWith('.test.ts')) return false
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return false
  // A folder's own time tells of files that were removed.
  if (found.mtimeMs > time) return true
  return found.isDirectory() && readdirSync(path).some((name) => newerThan(time, `${path}/${name}`))
}

/** In a process of its own: the bundler has no place in one that scores films. */
function build() {
  console.error('hilum: building, since the sources have changed …')
  const { status } = spawnSync(process.execPath, [pathOf('scripts/build.ts')], { stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('hilum: the build failed; mend what it says above, or run npm ci.')
    process.exit(1)
  }
}

/** Runs this very file with the Node that npm brought, which is handed every stream and signal. */
function handOver(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // A terminal sends Ctrl+C to the child as well; it must not hear of it twice.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`hilum: ${node} can’t be started (${error.message}); run npm ci again.`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
