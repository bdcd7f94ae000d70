// `npm run e2e`: builds the app, then runs the end-to-end specs on the host that is here.
// node scripts/e2e.ts [PATH…]   specs or folders of specs, also outside the repository

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chooseHost, type Host } from '../e2e/choose-host.ts'
import { TOTALS_VARIABLE, type Totals } from '../e2e/totals-reporter.ts'
import { buildAll } from './build.ts'

// No spec had its turn, which is itself a failure.
const NOT_RUN: Totals = { passed: 0, failed: 1, skipped: 0 }

const root = join(import.meta.dirname, '..')

function versionOf({ name, executable }: Host): string {
  // Chrome on Windows opens a window instead of saying its version.
  if (process.platform === 'win32' && name === 'chromium') return ''
  const { stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' })
  return /\d+[\d.]*/.exec(stdout ?? '')?.[0] ?? ''
}

function describe(host: Host | undefined): string {
  if (host === undefined)
    return 'none, for neither Electron’s runtime nor Chromium, Chrome or Edge is installed'
  const version = versionOf(host)
  if (host.name === 'electron') return `Electron ${version}`
  return `Chromium ${version} through the stand-in (Electron’s runtime is not installed)`
}

/** Electron draws on a display; where none is, xvfb-run lends one. */
function command(host: Host | undefined, args: readonly string[]): readonly [string, ...string[]] {
  const withoutDisplay = process.platform === 'linux' && process.env['DISPLAY'] === undefined
  if (host?.name === 'electron' && withoutDisplay && existsSync('/usr/bin/xvfb-run'))
    return ['xvfb-run', '--auto-servernum', process.execPath, ...args]
  return [process.execPath, ...args]
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The run's own folder of traces, named by its process; those of ended runs go. */
function runFolder(): string {
  const folder = join(root, 'test-results')
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (!runs(Number(name))) rmSync(join(folder, name), { recursive: true, force: true })
  return String(process.pid)
}

function runSpecs(host: Host | undefined, paths: readonly string[]): Totals {
  const folder = mkdtempSync(join(tmpdir(), 'hilum-totals-'))
  const totals = join(folder, 'totals.json')
  const chosen =
    paths.length === 0 ? {} : { HILUM_E2E_PATHS: JSON.stringify(paths.map((path) => resolve(path))) }
  const [program, ...args] = command(host, [join(root, 'node_modules/@playwright/test/cli.js'), 'test'])
  const config = ['--config', join(root, 'playwright.config.ts')]
  const env = { ...process.env, ...chosen, [TOTALS_VARIABLE]: totals, HILUM_E2E_RUN: runFolder() }
  spawnSync(program, [...args, ...config], { cwd: root, env, stdio: 'inherit' })
  try {
    // Without a file Playwright has not come as far as a first test.
    if (!existsSync(totals)) return NOT_RUN
    return JSON.parse(readFileSync(totals, 'utf8')) as Totals
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds the app; esbuild itself has said what is wrong with a source that it cannot build. */
function isBuilt(): Promise<boolean> {
  return buildAll().then(
    () => true,
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return false
    },
  )
}

/** Nothing run is a failure, unless there is nothing to run it on and nobody relies on it. */
function judge(host: Host | undefined, { passed, failed, skipped }: Totals): boolean {
  if (failed > 0) return false
  if (host === undefined) return process.env['CI'] !== 'true' && skipped > 0
  return passed > 0
}

async function main(): Promise<void> {
  const paths = process.argv.slice(2)
  const missing = paths.find((path) => !existsSync(path))
  if (missing !== undefined) throw new Error(`There is no spec or folder ${missing}.`)
  const host = chooseHost()
  const totals = host === undefined || (await isBuilt()) ? runSpecs(host, paths) : NOT_RUN
  process.exitCode = judge(host, totals) ? 0 : 1
  console.log(`e2e: the host is ${describe(host)}`)
  console.log(`e2e: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
}

await main()
