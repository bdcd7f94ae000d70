import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathsOf } from './start-arguments.ts'

const cwd = resolve('/films')

const cases = [
  ['in a checkout the app’s folder is no film', ['electron', '.', 'a.dcm'], false, ['a.dcm']],
  ['an installed app has no such argument', ['hilum', 'a.dcm', 'b'], true, ['a.dcm', 'b']],
  ['switches are Chromium’s', ['hilum', '--inspect=0', 'a.dcm'], true, ['a.dcm']],
  ['nothing is nothing', ['electron', '.'], false, []],
] as const

for (const [name, argv, packaged, expected] of cases) {
  test(name, () =>
    assert.deepEqual(
      pathsOf(argv, { packaged, cwd }),
      expected.map((path) => resolve(cwd, path)),
    ),
  )
}
