import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import * as z from 'zod'

const HEAD = `import assert from 'node:assert/strict'\nimport { suite, test } from 'node:test'\n`

const cases: [name: string, code: string, expected: string, details: RegExp][] = [
  ['a file that passes', `test('a', () => {})\ntest('b', () => {})`, '2 passed, 0 failed', /^$/],
  [
    'a suite is no test of its own',
    `suite('s', () => {\n test('a', () => {})\n test('b', () => assert.equal(1, 2))\n})`,
    '1 passed, 1 failed',
    /✗ b\n.*:5\n[^]*1 !== 2/,
  ],
  ['a skipped test', `test('a', (t) => t.skip('needs films'))`, '0 passed, 0 failed, 1 skipped', /^$/],
  ['a file without tests is a failure', '', '0 passed, 1 failed', /holds no test/],
  ['a file that cannot be loaded is a failure', `import './gone.mjs'`, '0 passed, 1 failed', /gone\.mjs/],
  [
    'an error after the tests is a failure',
    `test('a', () => setTimeout(() => { throw new Error('too late') }, 20))\ntest('b', () => new Promise((done) => setTimeout(done, 60)))`,
    '2 passed, 1 failed',
    /too late/,
  ],
]

const outcomesSchema = z.array(z.object({ totals: z.string(), details: z.string() }))

suite('the unit tests are counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hilum-unit-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const files = cases.map(([, code], i) => {
    const file = join(folder, `${i}.test.mjs`)
    writeFileSync(file, `${HEAD}${code}\n`)
    return file
  })
  const outcomes = gatherElsewhere(folder, files)

  for (const [i, [name, , expected, details]] of cases.entries()) {
    test(name, () => {
      assert.equal(outcomes[i]?.totals, expected)
      assert.match(outcomes[i].details, details)
    })
  }
})

/** In a process of its own, since Node runs no tests from within a test. */
function gatherElsewhere(folder: string, files: readonly string[]): z.infer<typeof outcomesSchema> {
  const program = `
    import { run } from 'node:test'
    const { gather } = await import(${JSON.stringify(new URL('unit.ts', import.meta.url).href)})
    const { totals } = await import(${JSON.stringify(new URL('outcome.ts', import.meta.url).href)})
    const outcomes = []
    for (const file of ${JSON.stringify(files)}) {
      const outcome = await gather(run({ files: [file] }))
      outcomes.push({ totals: totals(outcome), details: outcome.details })
    }
    console.log(JSON.stringify(outcomes))`
  const file = join(folder, 'gather.mjs')
  writeFileSync(file, program)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const output = execFileSync(process.execPath, [file], { env, encoding: 'utf8' })
  return outcomesSchema.parse(JSON.parse(output))
}
