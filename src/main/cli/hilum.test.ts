// The launcher is tried in a checkout of its own, whose build and command line are a few lines each.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, beforeEach, suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const CLI = `
  if (process.argv[2] === 'wait') {
    process.on('SIGTERM', () => process.exit(43))
    setInterval(() => {}, 1000)
    console.log('waiting')
  } else {
    console.log(JSON.stringify(process.argv.slice(2)))
    process.exit(process.argv[2] === 'fail' ? 3 : 0)
  }`
const BUILD = `
  import { mkdirSync, writeFileSync } from 'node:fs'
  mkdirSync('out/main', { recursive: true })
  writeFileSync('out/main/cli.js', ${JSON.stringify(CLI)})
  writeFileSync('out/built', '')`

/** Makes the first process that loads it believe that it is another Node, and none after it. */
const nodeOf = (version: string) =>
  `--import=data:text/javascript,${encodeURIComponent(`
  if (process.env.OTHER_NODE_SEEN === undefined) {
    process.env.OTHER_NODE_SEEN = 'yes'
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })
  }`)}`

suite('the launcher of the command line', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'hilum-launcher-'))
  const launcher = join(checkout, 'src/main/cli/hilum.mjs')
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    writeFileSync(join(checkout, file), text)
  }
  const launch = (args: string[], nodeOptions: string[] = []) =>
    spawnSync(process.execPath, [...nodeOptions, launcher, ...args], { cwd: checkout, encoding: 'utf8' })
  const setTime = (file: string, seconds: number) => utimesSync(join(checkout, file), seconds, seconds)

  beforeEach(() => {
    rmSync(checkout, { recursive: true, force: true })
    write('package.json', '{ "type": "module" }')
    write('scripts/build.ts', BUILD)
    write('src/main/cli/hilum.mjs', '')
    copyFileSync(fileURLToPath(new URL('hilum.mjs', import.meta.url)), launcher)
    mkdirSync(join(checkout, 'node_modules/node/bin'), { recursive: true })
    symlinkSync(process.execPath, join(checkout, 'node_modules/node/bin/node'))
  })
  after(() => rmSync(checkout, { recursive: true, force: true }))

  test('builds where there is no build, and says so on standard error alone', () => {
    const { status, stdout, stderr } = launch(['score', 'a b.dcm'])
    assert.deepEqual([status, stdout], [0, '["score","a b.dcm"]\n'])
    assert.match(stderr, /^hilum: building, .*\n$/)
  })

  test('does not build again while nothing has changed', () => {
    launch([])
    assert.deepEqual([launch(['x']).stderr, launch(['x']).status], ['', 0])
  })

  for (const source of ['src/shared/deep/new.ts', 'scripts/samples/new.ts', 'package-lock.json']) {
    test(`builds again once ${source} is newer than the build`, () => {
      launch([])
      write(source, '')
      const now = Date.now() / 1000
      setTime('out/built', now + 10)
      assert.equal(launch([]).stderr, '')
      setTime(source, now + 20)
      assert.match(launch([]).stderr, /^hilum: building/)
    })
  }

  test('never builds where there is nothing to build from', () => {
    launch([])
    rmSync(join(checkout, 'scripts'), { recursive: true })
    setTime('out/built', 1000)
    assert.deepEqual([launch(['x']).stderr, launch(['x']).status], ['', 0])
  })

  test('a build that fails ends it with a sentence', () => {
    write('scripts/build.ts', 'process.exit(1)')
    const { status, stderr } = launch([])
    assert.equal(status, 1)
    assert.match(stderr, /the build failed; .*npm ci\.\n$/)
  })

  test('passes on the exit status', () => assert.equal(launch(['fail']).status, 3))

  test('an old Node hands over to the one that npm brought, with arguments and exit status', () => {
    launch([])
    const { status, stdout } = launch(['fail', '--pdf', 'out file.pdf'], [nodeOf('20.20.2')])
    assert.deepEqual([status, stdout], [3, '["fail","--pdf","out file.pdf"]\n'])
  })

  test('a newer Node hands over as well, for the app is tried on one alone', () => {
    write('scripts/build.ts', BUILD.replace('process.argv.slice(2)', 'process.versions.node'))
    assert.equal(launch([], [nodeOf('26.0.0')]).stdout, `"${process.versions.node}"\n`)
  })

  test('a newer Node makes do where npm has brought none', () => {
    rmSync(join(checkout, 'node_modules/node'), { recursive: true })
    assert.deepEqual(launch(['x'], [nodeOf('26.0.0')]).stdout, '["x"]\n')
  })

  test('an old Node without the one that npm brings says what to do', () => {
    rmSync(join(checkout, 'node_modules/node'), { recursive: true })
    const { status, stderr } = launch([], [nodeOf('20.20.2')])
    assert.equal(status, 1)
    assert.match(stderr, /Node 24 is needed and this is v\d+.*; run npm ci, which brings it\.\n$/)
  })

  test('an old Node passes on a signal, and waits for what is made of it', async () => {
    launch([])
    const child = spawn(process.execPath, [nodeOf('20.20.2'), launcher, 'wait'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(child, 'exit')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    assert.deepEqual(await exited, [43, null])
  })
})
