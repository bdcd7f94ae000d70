import assert from 'node:assert/strict'
import { test } from 'node:test'
import { profileShare } from './profile.ts'

const run = (ts: number) => ({ cat: 'Session', name: 'model_run', ts, dur: 100, args: {} })
const node = (ts: number, provider: string, dur: number) => {
  return { cat: 'Node', name: `n${ts}_kernel_time`, ts, dur, args: { provider, op_name: `Op${ts}` } }
}
const share = (...events: object[]) => profileShare(JSON.stringify(events), 'cuda')

test('the share is of time, not of nodes, and names who else ran what', () => {
  const found = share(run(0), node(200, 'CUDAExecutionProvider', 75), node(201, 'CPUExecutionProvider', 25))
  assert.deepEqual(found, { share: 0.75, strays: ['Op201'] })
})

test('the first run, in which shaders are compiled, counts for nobody', () => {
  const warm = node(10, 'CUDAExecutionProvider', 1_000_000)
  assert.equal(share(run(0), warm, node(200, 'CPUExecutionProvider', 5)).share, 0)
})

test('events that are no node count for nobody', () => {
  const before = { ...node(200, 'CPUExecutionProvider', 5), name: 'n_fence_before' }
  assert.equal(share(run(0), before, node(201, 'CUDAExecutionProvider', 5)).share, 1)
})

test('a profile without nodes proves nothing', () => assert.equal(share(run(0)).share, 0))
