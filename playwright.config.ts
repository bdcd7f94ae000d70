// End-to-end specs of the built app. scripts/e2e.ts builds, chooses the host and starts this.
import { defineConfig, type Project } from '@playwright/test'
import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import './e2e/resolve-test.ts'

const root = import.meta.dirname
const here: Project = { name: 'hilum', testDir: `${root}/e2e`, testMatch: '**/*.spec.ts' }

/** A spec or a folder of specs, wherever it lies. */
function projectOf(path: string): Project {
  if (statSync(path).isDirectory())
    return { name: basename(path), testDir: path, testMatch: '**/*.spec.{ts,mts,js,mjs}' }
  return { name: basename(path), testDir: dirname(path), testMatch: `**/${basename(path)}` }
}

const asked = process.env['HILUM_E2E_PATHS']

export default defineConfig({
  projects: asked === undefined ? [here] : (JSON.parse(asked) as string[]).map(projectOf),
  // Emptied at the start: two runs at once must not share it.
  outputDir: `${root}/test-results/${process.env['HILUM_E2E_RUN'] ?? 'alone'}`,
  // Two cores: an app and its browser are several processes already.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], [`${root}/e2e/totals-reporter.ts`]],
  // Gives hilum/e2e its file, also for a spec outside the repository.
  tsconfig: `${root}/tsconfig.json`,
})
