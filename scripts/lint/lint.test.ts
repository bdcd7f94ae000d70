// Each rule is shown to fail: faults are planted in a copy of the repository's outline, and the linter is run on it
// with the real configuration.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { FAULTS, SCENERY, SOUND } from './faults.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

const findingsSchema = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })),
})
type Findings = z.infer<typeof findingsSchema>['diagnostics']

suite('the linter', () => {
  let outline = ''
  let findings: Findings = []

  before(() => {
    outline = mkdtempSync(join(tmpdir(), 'hilum-lint-'))
    plantAll(outline)
    findings = lint(outline)
  })
  after(() => rmSync(outline, { recursive: true, force: true }))

  for (const { file, rule, says } of FAULTS) {
    test(`${rule} speaks of ${file}`, () => {
      const there = findings.filter(({ filename }) => filename === file)
      const messages = there.filter(({ code }) => code === rule).map(({ message }) => message)
      assert.ok(
        messages.some((message) => says.test(message)),
        `${rule} said ${JSON.stringify(messages)}, all that was said of the file: ${JSON.stringify(there)}`,
      )
    })
  }

  for (const { file } of SOUND) {
    test(`nothing is said of ${file}`, () => {
      assert.deepEqual(
        findings.filter(({ filename }) => filename === file),
        [],
      )
    })
  }
})

function plantAll(folder: string): void {
  mkdirSync(join(folder, 'scripts'))
  symlinkSync(join(repository, 'scripts/lint'), join(folder, 'scripts/lint'), 'junction')
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const file of ['oxlint.config.ts', 'tsconfig.json', 'package.json']) {
    copyFileSync(join(repository, file), join(folder, file))
  }
  for (const { file, code } of [...FAULTS, ...SOUND, ...SCENERY]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), code)
  }
}

function lint(folder: string): Findings {
  const linter = join(repository, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--format', 'json', 'src', 'e2e'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const parsed = findingsSchema.safeParse(stdout.startsWith('{') ? JSON.parse(stdout) : stdout)
  assert.ok(parsed.success, `the linter gave no findings: ${stdout}${stderr}`)
  return parsed.data.diagnostics
}
