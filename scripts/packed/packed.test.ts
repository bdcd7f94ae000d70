// The app is packed as for an installation, with a stub for Electron's runtime, and what came of it is looked at and
// run: the command line of the packed app scores a film with nothing but what was packed.

import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { buildAll } from '../build.ts'
import { root } from '../checks/command.ts'
import { FUSE_OFF, FUSE_ON, writeStubElectron } from './stub-electron.ts'

const onLinux = process.platform === 'linux' && process.arch === 'x64'

suite('the packed app', { skip: onLinux ? false : 'packing is tried on Linux x64' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hilum-packed-'))
  const app = join(folder, 'dist/linux-unpacked')
  const archive = join(app, 'resources/app.asar')
  const native = (pattern: string) => globSync(`node_modules/${pattern}`, { cwd: `${archive}.unpacked` })
  let packed: readonly string[] = []

  before(async () => {
    if (!existsSync(`${root}out/built`)) await buildAll()
    writeStubElectron(join(folder, 'electron'))
    pack(folder)
    packed = listPackage(archive, { isPack: false })
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('holds the bundles of main, worker, command line, preload and window', () => {
    const bundles = [
      'main/main.js',
      'main/worker.js',
      'main/cli.js',
      'preload/bridge.cjs',
      'renderer/index.html',
    ]
    for (const bundle of bundles) assert.ok(packed.includes(`/out/${bundle}`), `${bundle} is missing`)
  })

  test('holds no sources, tests, maps or training code', () => {
    const needless = packed.filter((file) =>
      /^\/(src|scripts|e2e|models|assets)\/|\.map$|\.test\.|\.py$/.test(file),
    )
    assert.deepEqual(needless, [])
  })

  test('holds every package that a bundle imports', () => {
    const missing = readdirSync(`${root}out/main`)
      .filter((bundle) => bundle.endsWith('.js'))
      .flatMap((bundle) => importedPackages(readFileSync(`${root}out/main/${bundle}`, 'utf8')))
      .filter((name) => !packed.includes(`/node_modules/${name}/package.json`))
    assert.deepEqual([...new Set(missing)], [])
  })

  test('has its native libraries beside the archive, where the system can load them', () => {
    const libraries = [
      'onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node',
      'onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so*',
      '@img/sharp-linux-x64/lib/*.node',
      '@img/sharp-libvips-linux-x64/lib/libvips-cpp.so*',
    ]
    for (const library of libraries) assert.equal(native(library).length, 1, library)
  })

  test('has no library of another platform', () => {
    const foreign = native('**/*{darwin,win32,arm}*/**/*.{node,dll,dylib}')
    assert.deepEqual(foreign, [])
  })

  test('has models, fonts and samples beside the archive', () => {
    for (const pattern of [
      'models/*/model.onnx',
      'models/*/card.json',
      'models/*/golden.json',
      'assets/fonts/*.ttf',
      'assets/samples/*.dcm',
    ]) {
      assert.notEqual(globSync(pattern, { cwd: join(app, 'resources') }).length, 0, pattern)
    }
    assert.deepEqual(globSync('models/training/**', { cwd: join(app, 'resources') }), [])
  })

  test('has its fuses set: nothing but the app itself can be run by it', async () => {
    const fuses = await getCurrentFuseWire(join(app, 'hilum'))
    assert.equal(fuses[FuseV1Options.RunAsNode], FUSE_OFF)
    assert.equal(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable], FUSE_OFF)
    assert.equal(fuses[FuseV1Options.EnableNodeCliInspectArguments], FUSE_OFF)
    assert.equal(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges], FUSE_OFF)
    assert.equal(fuses[FuseV1Options.OnlyLoadAppFromAsar], FUSE_ON)
    assert.equal(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation], FUSE_ON)
  })

  test('scores a film with nothing but what was packed', () => {
    // A folder of the archive's name stands for the archive, which only Electron can look into.
    const installed = join(folder, 'installed')
    cpSync(join(app, 'resources/models'), join(installed, 'models'), { recursive: true })
    cpSync(join(app, 'resources/assets'), join(installed, 'assets'), { recursive: true })
    extractAll(archive, join(installed, 'app.asar'))
    const command = [
      join(installed, 'app.asar/out/main/cli.js'),
      'score',
      join(installed, 'assets/samples'),
      '--csv',
      '-',
    ]
    const csv = execFileSync(process.execPath, command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    assert.match(csv, /scored/)
    assert.doesNotMatch(csv, /failed/)
  })
})

function pack(folder: string): void {
  const builder = `${root}node_modules/electron-builder/cli.js`
  const settings = [
    `-c.electronDist=${join(folder, 'electron')}`,
    `-c.directories.output=${join(folder, 'dist')}`,
  ]
  execFileSync(process.execPath, [builder, '--linux', '--x64', '--dir', ...settings], {
    cwd: root,
    stdio: 'pipe',
  })
}

/** The packages that a bundle takes in by its own import statements and by import(). */
function importedPackages(bundle: string): readonly string[] {
  const sources = [...bundle.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"|\bimport\("([^"]+)"\)/gm)]
  return sources
    .map(([, from, dynamic]) => from ?? dynamic ?? '')
    .filter((name) => !/^(\.|node:|electron$|$)/.test(name) && !builtinModules.includes(name))
    .map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')) // prettier-ignore
}
