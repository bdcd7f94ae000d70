import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PROVIDERS, type Provider } from '../../shared/provider.ts'
import { sessionOptions } from './onnxruntime.ts'

const optionsFor = (provider: Provider) => sessionOptions({ provider, threads: 2 })

const configured: Readonly<Record<Provider, object>> = {
  cuda: { name: 'cuda', deviceId: 0 },
  directml: { name: 'dml', deviceId: 0 },
  // As an ML Program.
  coreml: { name: 'coreml', coreMlFlags: 0x010 },
  webgpu: { name: 'webgpu' },
  cpu: { name: 'cpu' },
}

for (const provider of PROVIDERS) {
  test(`${provider} is asked for alone, so that nothing falls back without a word`, () => {
    const { executionProviders, intraOpNumThreads, extra } = optionsFor(provider)
    assert.deepEqual(executionProviders, [configured[provider]])
    assert.equal(intraOpNumThreads, 2)
    assert.deepEqual(extra, { session: { intra_op: { allow_spinning: '0' } } })
  })
}

test('DirectML alone is run without memory patterns, which it does not have', () => {
  const without = PROVIDERS.filter((provider) => optionsFor(provider).enableMemPattern === false)
  assert.deepEqual(without, ['directml'])
})

test('a profile is written only where one is asked for', () => {
  assert.equal('enableProfiling' in optionsFor('cpu'), false)
  const { enableProfiling, profileFilePrefix } = sessionOptions({
    provider: 'cpu',
    threads: 1,
    profile: 'tried',
  })
  assert.deepEqual([enableProfiling, profileFilePrefix], [true, 'tried'])
})
