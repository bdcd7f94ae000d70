import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test, type TestContext } from 'node:test'
import { build, type Metafile } from 'esbuild'
import { bundles, commands, engine, putInPlace } from './build.ts'

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

test('what is bundled is what the launcher looks at for changes, and packages', async () => {
  const built = await Promise.all(
    bundles.map((bundle) => build({ ...bundle, outdir: 'out', write: false, metafile: true })),
  )
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  assert.ok(inputs.includes('scripts/samples/phantom.ts'))
  const others = inputs.filter((input) => !/^(src|scripts\/samples)\/|\bnode_modules\//.test(input))
  assert.deepEqual(others, [])
})

suite('a build is put in its place', () => {
  const begun = new Date(2026, 0, 2)

  function folders(t: TestContext) {
    const root = mkdtempSync(join(tmpdir(), 'hilum-build-'))
    t.after(() => rmSync(root, { recursive: true }))
    const make = (name: string, digest: string) => {
      mkdirSync(join(root, name))
      for (const file of ['built', 'bundle']) writeFileSync(join(root, name, file), digest)
      return join(root, name)
    }
    return { root, make, out: join(root, 'out') }
  }
  const inside = (out: string) => ['built', 'bundle'].map((file) => readFileSync(join(out, file), 'utf8'))

  test('where there is none, with the time when it was begun', async (t) => {
    const { make, out } = folders(t)
    await putInPlace(make('out-1', 'a'), out, begun)
    assert.deepEqual([inside(out), statSync(join(out, 'built')).mtime], [['a', 'a'], begun])
  })

  test('in place of another, of which nothing is left', async (t) => {
    const { root, make, out } = folders(t)
    make('out', 'old')
    await putInPlace(make('out-1', 'new'), out, begun)
    assert.deepEqual([inside(out), readdirSync(root)], [['new', 'new'], ['out']])
  })

  test('but not of the same, which others may run from', async (t) => {
    const { make, out } = folders(t)
    make('out', 'a')
    const { ino } = statSync(out)
    await putInPlace(make('out-1', 'a'), out, begun)
    assert.deepEqual([statSync(out).ino, statSync(join(out, 'built')).mtime], [ino, begun])
  })

  test('by several at once, of whom none fails', async (t) => {
    const { root, make, out } = folders(t)
    make('out', 'old')
    const names = Array.from({ length: 20 }, (_, i) => `out-${i}`)
    await Promise.all(names.map((name) => putInPlace(make(name, name), out, begun)))
    const [digest, bundle] = inside(out)
    assert.equal(digest, bundle)
    assert.ok(names.includes(digest!))
    assert.deepEqual(
      readdirSync(root).filter((name) => name.endsWith('-old')),
      [],
    )
  })
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
