// npm ci refuses a lock file that leaves out what some platform needs, and writes such a file without a word where a
// registry lacks the platform's package.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as z from 'zod'
import { root } from './command.ts'

const names = z.record(z.string(), z.string()).default({})
const manifest = z.object({ dependencies: names, devDependencies: names, optionalDependencies: names })
const text = readFileSync(`${root}package-lock.json`, 'utf8')
const { packages } = z.object({ packages: z.record(z.string(), manifest) }).parse(JSON.parse(text))

test('the lock file is of this package.json', () => {
  const { dependencies, devDependencies } = manifest.parse(
    JSON.parse(readFileSync(`${root}package.json`, 'utf8')),
  )
  assert.deepEqual(packages['']?.dependencies, dependencies)
  assert.deepEqual(packages['']?.devDependencies, devDependencies)
})

test('the lock file holds the parts of every platform', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter((name) => !isHeld(place, name)),
  )
  assert.deepEqual(missing, [])
})

test('the lock file names no registry', () => {
  assert.doesNotMatch(text, /"resolved"/)
})

/** Whether a package finds another beside itself or above, as Node looks for it. */
function isHeld(place: string, name: string): boolean {
  if (packages[`${place}/node_modules/${name}`.replace(/^\//, '')] !== undefined) return true
  const above = place.lastIndexOf('/node_modules/')
  return place !== '' && isHeld(above < 0 ? '' : place.slice(0, above), name)
}
