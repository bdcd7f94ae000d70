import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { startProgress } from './progress.ts'

/** What goes to standard error, which is made a terminal of some width or none. */
function listen(t: TestContext, terminal: { isTTY: boolean; columns: number }): string[] {
  const { isTTY, columns } = process.stderr
  Object.assign(process.stderr, terminal)
  t.after(() => Object.assign(process.stderr, { isTTY, columns }))
  const heard: string[] = []
  t.mock.method(process.stderr, 'write', (text: string) => heard.push(text) > 0)
  t.mock.timers.enable({ apis: ['setInterval'] })
  return heard
}

test('where nobody watches, a line comes every five seconds', (t) => {
  const heard = listen(t, { isTTY: false, columns: 80 })
  const progress = startProgress('Scoring films', 12)
  progress.advance()
  t.mock.timers.tick(4999)
  assert.deepEqual(heard, [])
  t.mock.timers.tick(1)
  progress.advance()
  t.mock.timers.tick(5000)
  progress.end()
  t.mock.timers.tick(60_000)
  assert.deepEqual(heard, ['Scoring films: 1 of 12\n', 'Scoring films: 2 of 12\n'])
})

test('on a terminal a bar is drawn over itself and taken away at the end', (t) => {
  const heard = listen(t, { isTTY: true, columns: 40 })
  const progress = startProgress('Scoring films', 4)
  progress.advance()
  t.mock.timers.tick(100)
  progress.end()
  assert.deepEqual(heard, [
    // 39 characters, so that the line never wraps: the bar has 24 and its brackets, then the words.
    '\r\u001b[K[------------------------] Scoring film',
    '\r\u001b[K[######------------------] Scoring film',
    '\r\u001b[K',
  ])
})
