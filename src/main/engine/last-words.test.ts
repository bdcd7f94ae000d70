import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { hearWords, ranOutOfMemory } from './last-words.ts'

async function heard(...parts: readonly string[]): Promise<{ passedOn: string; kept: string }> {
  const [stream, others] = [new PassThrough(), new PassThrough()]
  const kept = hearWords(stream, (line) => others.write(line))
  for (const part of parts) stream.write(part)
  stream.end()
  stream.once('end', () => others.end())
  return { passedOn: await text(others), kept: kept() }
}

const GCS = '<--- Last few GCs --->\n\n[7:0x1] 90 ms: Mark-Compact 20 (24) -> 20 (24) MB\n\n'
const FATAL = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n'
const ADDRESSES = '----- Native stack trace -----\n\n 1: 0xe1 node::OOMErrorHandler\n'

const cases = [
  ['a library’s warning', ['[W:onnxruntime] no such thing\n'], '[W:onnxruntime] no such thing\n', ''],
  ['a line that comes in pieces', ['one ', 'line\nand', ' another\n'], 'one line\nand another\n', ''],
  ['a line without an end', ['half'], 'half', ''],
  ['an empty line between two others', ['a\n\nb\n'], 'a\n\nb\n', ''],
  ['V8’s page', ['\n' + GCS + FATAL + ADDRESSES], '', GCS + FATAL + ADDRESSES],
  [
    'a warning before it',
    ['careful\n', FATAL.slice(0, 9), FATAL.slice(9), ADDRESSES],
    'careful\n',
    FATAL + ADDRESSES,
  ],
  ['a film’s name that sounds like it', ['film: FATAL ERROR: 1\n'], 'film: FATAL ERROR: 1\n', ''],
] as const

for (const [name, parts, passedOn, kept] of cases) {
  test(`${name}: what is passed on, and what is kept`, async () => {
    assert.deepEqual(await heard(...parts), { passedOn, kept })
  })
}

test('letters that are cut between two pieces are whole again', async () => {
  const stream = new PassThrough()
  const lines: string[] = []
  hearWords(stream, (line) => lines.push(line))
  const bytes = Buffer.from('Größe\n')
  stream.write(bytes.subarray(0, 3))
  stream.end(bytes.subarray(3))
  await new Promise((done) => stream.once('end', done))
  assert.deepEqual(lines, ['Größe\n'])
})

test('a process that runs out of memory says nothing but that', async () => {
  const hungry = 'const held = []; for (;;) held.push(new Array(1e5).fill(0.1))'
  const child = spawn(process.execPath, ['--max-old-space-size=30', '-e', hungry])
  const passedOn: string[] = []
  const lastWords = hearWords(child.stderr, (line) => passedOn.push(line))
  await new Promise((done) => child.once('close', done))
  assert.deepEqual([passedOn, ranOutOfMemory(lastWords())], [[], true])
})

test('out of memory is told from other ends', () => {
  assert.equal(ranOutOfMemory(FATAL), true)
  assert.equal(ranOutOfMemory('# Fatal error in v8, line 1\n# unreachable code\n'), false)
})
