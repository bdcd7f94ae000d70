import assert from 'node:assert/strict'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { openOutputFile } from './output-file.ts'

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-output-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('a file appears whole, in the place and with the rights of the former one', async (t) => {
  const folder = await temporaryFolder(t)
  const path = join(folder, 'out.csv')
  await writeFile(path, 'former')
  await chmod(path, 0o640)
  const output = await openOutputFile(path)
  await output.write('two ')
  await output.write('parts')
  await output.writeAtStart(Buffer.from('TWO'))
  assert.equal(await readFile(path, 'utf8'), 'former')
  await output.commit()
  await output.discard()
  assert.equal(await readFile(path, 'utf8'), 'TWO parts')
  assert.equal((await stat(path)).mode & 0o777, 0o640)
  assert.deepEqual(await readdir(folder), ['out.csv'])
})

test('what is discarded leaves nothing behind', async (t) => {
  const folder = await temporaryFolder(t)
  const output = await openOutputFile(join(folder, 'out.csv'))
  await output.write('half')
  await output.discard()
  assert.deepEqual(await readdir(folder), [])
})

test('a link stays a link', async (t) => {
  const folder = await temporaryFolder(t)
  await mkdir(join(folder, 'elsewhere'))
  await writeFile(join(folder, 'elsewhere', 'real.csv'), 'former')
  await symlink(join('elsewhere', 'real.csv'), join(folder, 'link.csv'))
  const output = await openOutputFile(join(folder, 'link.csv'))
  await output.write('new')
  await output.commit()
  assert.equal(await readlink(join(folder, 'link.csv')), join('elsewhere', 'real.csv'))
  assert.equal(await readFile(join(folder, 'elsewhere', 'real.csv'), 'utf8'), 'new')
})

test(
  'a device is written to and not replaced',
  { skip: process.platform === 'win32' && 'needs /dev/null' },
  async () => {
    const output = await openOutputFile('/dev/null')
    await output.write('gone')
    await output.commit()
    assert.equal((await stat('/dev/null')).isCharacterDevice(), true)
  },
)

const isRoot = process.getuid?.() === 0
const refusals: readonly [
  name: string,
  path: (folder: string) => Promise<string>,
  sentence: RegExp,
  skip: string | false,
][] = [
  [
    'a folder that is not there',
    async (folder) => join(folder, 'no', 'x.csv'),
    /^x\.csv can’t be written: the folder .+no is not there;/,
    false,
  ],
  ['a folder in its place', async (folder) => folder, /is a folder; name a file in it\.$/, false],
  [
    'a file for a folder',
    async (folder) => {
      await writeFile(join(folder, 'f'), '')
      return join(folder, 'f', 'x.csv')
    },
    /^x\.csv can’t be written: .+f is no folder;/,
    false,
  ],
  [
    'a folder that may not be written to',
    async (folder) => {
      await mkdir(join(folder, 'd'), 0o500)
      return join(folder, 'd', 'x.csv')
    },
    /^x\.csv can’t be written: you may not write there;/,
    isRoot && 'root may write anywhere',
  ],
  [
    'a name of 300 characters',
    async (folder) => join(folder, 'x'.repeat(300)),
    /its name is too long;/,
    false,
  ],
]
for (const [name, path, sentence, skip] of refusals) {
  test(`${name} is a WRITE_FAILED`, { skip }, async (t) => {
    const target = await path(await temporaryFolder(t))
    await assert.rejects(openOutputFile(target), { code: 'WRITE_FAILED', message: sentence })
  })
}
