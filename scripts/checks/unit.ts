// The unit tests, run by Node's own runner, a process for each file.

import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { run } from 'node:test'
import type { EventData } from 'node:test'
import { inspect } from 'node:util'
import { root } from './command.ts'
import type { Outcome } from './outcome.ts'

const TESTS = ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/host/**/*.test.ts']

// A test that hangs must not hold the others for ever.
const LONGEST_MS = 5 * 60 * 1000

/** Runs the files whose path holds one of the given parts, or all where none is given. */
export async function unit(parts: readonly string[]): Promise<Outcome> {
  const files = globSync(TESTS, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .toSorted()
    .map((file) => `${root}${file}`)
  if (files.length === 0) return { passed: 0, failed: 0, skips: new Map(), details: '', remarks: [] }
  return gather(run({ files, concurrency: Math.min(availableParallelism(), 4), timeout: LONGEST_MS }))
}

type TestEvent =
  | { readonly type: 'test:pass'; readonly data: EventData.TestPass }
  | { readonly type: 'test:fail'; readonly data: EventData.TestFail }
  | { readonly type: 'test:stderr'; readonly data: EventData.TestStderr }
  | { readonly type: 'test:diagnostic'; readonly data: EventData.TestDiagnostic }

/** Counts as Node's own summary does: every test, and not the suites around them. */
export async function gather(events: AsyncIterable<{ readonly type: string }>): Promise<Outcome> {
  let passed = 0
  const skips = new Map<string, number>()
  const failures: string[] = []
  const said = new Map<string, string>()
  for await (const event of events) {
    if (isTold(event, 'test:stderr') || isTold(event, 'test:diagnostic')) {
      const { file, message } = event.data
      if (file !== undefined) said.set(file, `${said.get(file) ?? ''}${message.trimEnd()}\n`)
    } else if (isTold(event, 'test:fail')) {
      // The failure of a part is told on its own; that of the whole around it adds nothing.
      if (!isOnlyOfAPart(event.data)) failures.push(describe(event.data, said))
    } else if (isTold(event, 'test:pass') && event.data.details.type !== 'suite') {
      const reason = reasonToSkip(event.data)
      // Node tells of a file in which it found nothing to run as of a test that has the file's name.
      if (isWholeFile(event.data)) failures.push(`✗ ${shown(event.data.name)} holds no test.`)
      else if (reason === undefined) passed += 1
      else skips.set(reason, (skips.get(reason) ?? 0) + 1)
    }
  }
  return { passed, failed: failures.length, skips, details: failures.join('\n\n'), remarks: [] }
}

function isTold<Type extends TestEvent['type']>(
  event: { readonly type: string },
  type: Type,
): event is Extract<TestEvent, { type: Type }> {
  return event.type === type
}

const isOnlyOfAPart = ({ details }: EventData.TestFail): boolean =>
  'failureType' in details.error && details.error.failureType === 'subtestsFailed'

const isWholeFile = ({ name, file }: { name: string; file?: string }): boolean => file === name

const shown = (file: string): string => relative(root, file).replaceAll('\\', '/')

function reasonToSkip({ skip, todo }: EventData.TestPass): string | undefined {
  if (skip !== undefined && skip !== false) return skip === true || skip === '' ? 'no reason given' : skip
  return todo === undefined || todo === false ? undefined : 'still to be written'
}

function describe(failed: EventData.TestFail, said: ReadonlyMap<string, string>): string {
  const { name, file, line } = failed
  // A file that fails as a whole has said why on its way out, and only there.
  if (file !== undefined && isWholeFile(failed)) {
    return `✗ ${shown(file)} failed as a whole\n${indent(said.get(file) ?? 'It said nothing.')}`
  }
  const { error } = failed.details
  const cause: unknown = error.cause ?? error
  const why = isAssertion(cause) ? (cause.stack ?? cause.message) : inspect(cause)
  return `✗ ${name}\n  ${file === undefined ? '' : shown(file)}:${line ?? 1}\n${indent(withoutNode(why))}`
}

/** The members of a failed assertion repeat its message; its class is lost on the way from the test's process. */
const isAssertion = (cause: unknown): cause is Error =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_ASSERTION'

/** Without the stack's lines that lie in Node itself. */
const withoutNode = (why: string): string =>
  why
    .split('\n')
    .filter((line) => !/^\s+at .*\bnode:internal/.test(line))
    .join('\n')

const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, '    ')
