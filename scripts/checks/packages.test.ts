// Every package that is asked for is there for a reason that can be seen.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import manifest from '../../package.json' with { type: 'json' }
import { root } from './command.ts'

// Used by their commands, or by the packages beside them, and not by an import.
const TOOLS = ['electron-builder', 'node', 'oxlint-tsgolint', 'playwright-core', 'prettier', 'typescript']

test('every package is imported somewhere, or is a tool', () => {
  const files = globSync(['src/**/*.{ts,tsx,mjs}', 'scripts/**/*.ts', 'e2e/**/*.ts', '*.config.ts'], {
    cwd: root,
  })
  const text = files.map((file) => readFileSync(`${root}${file}`, 'utf8')).join('\n')
  const unused = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
    .filter((name) => !TOOLS.includes(name) && !name.startsWith('@types/'))
    .filter((name) => !text.includes(`'${name}'`) && !text.includes(`'${name}/`))
  assert.deepEqual(unused, [])
})
