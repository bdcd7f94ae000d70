import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build, type Metafile } from 'esbuild'
import { commands, engine } from './build.ts'

test('an engine’s process starts without the schemas, the archives, the samples and the trials of providers', async () => {
  const { metafile } = await build({ ...engine, outdir: 'out', write: false, metafile: true })
  const loaded = inputsAtStart(metafile, 'out/main/worker.js')
  assert.ok(loaded.includes('src/main/pipeline/analyse.ts'))
  const needless = /node_modules\/(zod|yauzl)\/|^scripts\/samples\/|try-provider/
  assert.deepEqual(
    loaded.filter((input) => needless.test(input)),
    [],
  )
})

test('the command that scores starts without what reads films, a DICOMDIR or an archive', async () => {
  const { metafile } = await build({ ...commands, outdir: 'out', write: false, metafile: true })
  const entry = Object.keys(metafile.outputs).find(
    (output) => metafile.outputs[output]!.entryPoint === 'src/main/cli/score.ts',
  )
  const loaded = inputsAtStart(metafile, entry ?? '')
  assert.ok(loaded.includes('src/main/pipeline/read/find-films.ts'))
  const needless = /pipeline\/(read|own-bytes)\.ts|read\/(dicomdir|zip-entry)\.ts|dicom\/parse-file\.ts/
  assert.deepEqual(
    loaded.filter((input) => needless.test(input)),
    [],
  )
})

/** What is in a bundle and in those that it imports, but for what it imports when it is asked. */
function inputsAtStart({ outputs }: Metafile, entry: string): string[] {
  const bundles = new Set([entry])
  for (const bundle of bundles) {
    for (const { path, kind } of outputs[bundle]!.imports)
      if (kind === 'import-statement' && path in outputs) bundles.add(path)
  }
  return [...bundles].flatMap((bundle) => Object.keys(outputs[bundle]!.inputs))
}
