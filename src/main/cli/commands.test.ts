import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { decodePicture } from '../adapters/sharp.ts'
import { readPack } from '../packs/pack.ts'
import { writePlainPack } from '../packs/plain-pack.fixture.ts'
import { places } from '../places.ts'
import { withEngines } from './engines.ts'
import { find } from './find.ts'
import { FIXTURE_MODELS, hilum, paintFilm, temporaryFolder } from './hilum-run.fixture.ts'
import { scoreRun } from './score-run.ts'

describe('the other commands', { concurrency: 2 }, () => {
  test('explain draws the heat map of a label on its film', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    const args = ['explain', 'a.png', '--label', 'Pneumonia', '--out', 'map.png', '--model', 'tiny']
    const ran = await hilum(args, { cwd: folder })
    assert.deepEqual([ran.code, ran.stdout, ran.stderr], [0, '', ''])
    const bytes = await readFile(join(folder, 'map.png'))
    const { rows, columns, channels } = await decodePicture({ name: 'map.png', bytes }, 0)
    assert.ok(rows > 120 && columns > 120 && channels === 3)
  })

  test('explain by HiResCAM draws another picture than by the card’s own Grad-CAM', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    const draw = async (out: string, ...method: string[]) => {
      const args = ['explain', 'a.png', '--label', 'Pneumonia', '--out', out, '--model', 'tiny', ...method]
      const ran = await hilum(args, { cwd: folder })
      assert.deepEqual([ran.code, ran.stderr], [0, ''])
      return readFile(join(folder, out))
    }
    const own = await draw('own.png')
    assert.deepEqual(await draw('gradcam.png', '--method', 'gradcam'), own)
    const hires = await draw('hiresmap.png', '--method', 'hiresmap')
    assert.notDeepEqual(hires, own)
    assert.deepEqual(await draw('hirescam.png', '--method', 'HiResCAM'), hires)
    assert.deepEqual(await draw('grad-cam.png', '--method', 'Grad-CAM'), own)
  })

  test('explain by a method that the card gives no scale says so, and that a plain classifier has no maps', async (t) => {
    const folder = await temporaryFolder(t)
    await writePlainPack(join(folder, 'plain'))
    await paintFilm(join(folder, 'a.png'), 'bright')
    const args = ['explain', 'a.png', '--label', 'Pneumonia', '--out', 'map.png', '--model', 'plain']
    const asked = await hilum([...args, '--method', 'hiresmap'], { cwd: folder, models: folder })
    assert.equal(asked.code, 1)
    assert.match(
      asked.stderr,
      /^EXPLAIN_NO_MAP: The card of the model “plain” gives “hiresmap” no full scale/,
    )
    const plain = await hilum(args, { cwd: folder, models: folder })
    assert.equal(plain.code, 3)
    assert.match(plain.stderr, /^EXPLAIN_NO_MAP: The model “plain” gives no heat maps/)
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.png', 'plain'])
  })

  test('explain by occlusion draws for a plain classifier too', async (t) => {
    const folder = await temporaryFolder(t)
    await writePlainPack(join(folder, 'plain'))
    await paintFilm(join(folder, 'a.png'), 'bright')
    const args = ['explain', 'a.png', '--label', 'Pneumonia', '--out', 'map.png', '--model', 'plain']
    const ran = await hilum([...args, '--method', 'occlusion'], { cwd: folder, models: folder })
    assert.deepEqual([ran.code, ran.stderr], [0, ''])
    assert.equal((await readFile(join(folder, 'map.png'))).subarray(1, 4).toString(), 'PNG')
  })

  test('explain of a refused film exits 3 and leaves no picture', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'b.png'), 'blank')
    const args = ['explain', 'b.png', '--label', 'COVID-19', '--out', 'map.png', '--model', 'tiny']
    const ran = await hilum(args, { cwd: folder })
    assert.equal(ran.code, 3)
    assert.match(ran.stderr, /^GATE_BLANK: b\.png has no score, .+\.\n$/)
    assert.deepEqual(await readdir(folder), ['b.png'])
  })

  test('models lists what is installed, and exits 3 where a file is not the one of its card', async (t) => {
    const folder = await temporaryFolder(t)
    await cp(FIXTURE_MODELS, folder, { recursive: true })
    await writeFile(join(folder, 'tiny', 'model.onnx'), 'not the model')
    const ran = await hilum(['models', '--json'], { models: folder })
    assert.equal(ran.code, 3)
    assert.match(ran.stderr, /^PACK_HASH_MISMATCH: /m)
    const { schema, models } = JSON.parse(ran.stdout) as {
      schema: string
      models: { id: string; intact: boolean; default: boolean; labels: { id: string }[] }[]
    }
    assert.equal(schema, 'hilum/models@1')
    const tiny = models.find(({ id }) => id === 'tiny')
    assert.deepEqual(
      [tiny?.intact, tiny?.default, tiny?.labels.map(({ id }) => id)],
      [false, false, ['COVID-19', 'Pneumonia', 'No finding']],
    )
    assert.deepEqual(models.filter(({ default: isDefault, intact }) => isDefault && intact).length, 1)
  })

  test('models exits 3 where a graph is not what its card says, though its file is, and lists the others as sound', async (t) => {
    const folder = await temporaryFolder(t)
    await cp(FIXTURE_MODELS, folder, { recursive: true })
    await writePlainPack(join(folder, 'unfit'), { id: 'unfit', outputs: ['probabilities', 'gradcam'] })
    const asText = await hilum(['models'], { models: folder })
    assert.equal(asText.code, 3)
    assert.match(asText.stderr, /^PACK_MODEL_UNFIT: The model “unfit” can’t be used: .*gradcam/m)
    const [about] = asText.stdout.split('\n\n').filter((text) => text.startsWith('unfit '))
    assert.match(about!, /, as on the disk\n {2}Can’t be used: PACK_MODEL_UNFIT/)
    const ran = await hilum(['models', '--json'], { models: folder })
    const { models } = JSON.parse(ran.stdout) as { models: { id: string; intact: boolean }[] }
    assert.deepEqual(
      models.filter(({ intact }) => !intact).map(({ id }) => id),
      ['unfit'],
    )
  })

  test('inspect that is stopped tells of no file that it did not look at', async (t) => {
    const folder = await temporaryFolder(t)
    for (let i = 0; i < 160; i++) await paintFilm(join(folder, `${i}.png`), 'bright')
    const ran = await hilum(['inspect', '.', '--json'], {
      cwd: folder,
      onStart: (child) => void child.stdout?.once('data', () => child.kill('SIGINT')),
    })
    assert.equal(ran.code, 130, ran.stderr)
    for (const line of ran.stdout.trimEnd().split('\n'))
      assert.equal('error' in JSON.parse(line), false, line)
  })

  test('inspect ends soon after its reader has gone', async (t) => {
    const folder = await temporaryFolder(t)
    for (let i = 0; i < 70; i++) await paintFilm(join(folder, `${i}.png`), 'bright')
    await writeFile(join(folder, 'late.png'), 'no film')
    const onStart = (child: ChildProcess) => void child.stdout?.destroy()
    const ran = await hilum(['inspect', '.'], { cwd: folder, onStart })
    assert.deepEqual([ran.code, ran.stderr], [0, ''])
  })

  test('inspect --json prints a line for each file, with its name first, and its error where it fails', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright', 4)
    await writeFile(join(folder, 'b.dcm'), '<html></html>')
    const ran = await hilum(['inspect', '.', '--json'], { cwd: folder })
    assert.equal(ran.code, 3)
    const lines = ran.stdout.trimEnd().split('\n')
    assert.equal(lines.length, 2)
    assert.match(lines[0]!, /^\{"file":"a\.png","kind":"png",/)
    const { rows, columns, frames } = JSON.parse(lines[0]!) as Record<string, unknown>
    assert.deepEqual([rows, columns], [4, 4])
    // The ramp of a bright film from 180 to 240, row by row 180, 200, 220, 240.
    const [frame] = frames as { storedValues: Record<string, unknown> }[]
    const { min, max, mean } = frame!.storedValues
    assert.deepEqual([min, max, mean], [180, 240, 210])
    const { file, error } = JSON.parse(lines[1]!) as { file: string; error: { code: string } }
    assert.deepEqual([file, error.code], ['b.dcm', 'DECODE_NOT_AN_IMAGE'])
    assert.match(ran.stderr, /^DECODE_NOT_AN_IMAGE: b\.dcm /)
  })

  test('tensors writes one for each readable film, and lists the films in their order', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    await writeFile(join(folder, 'b.png'), '')
    await paintFilm(join(folder, 'c.png'), 'blank')
    const args = ['tensors', 'a.png', 'b.png', 'c.png', '--model', 'tiny', '--out', 'out.npy']
    const ran = await hilum(args, { cwd: folder })
    assert.equal(ran.code, 3)
    const list = JSON.parse(await readFile(join(folder, 'out.npy.json'), 'utf8')) as {
      shape: number[]
      films: { file: string }[]
      failures: { file: string; code: string }[]
    }
    // What the gate would refuse is there all the same.
    assert.deepEqual(list.shape, [2, 1, 64, 64])
    assert.deepEqual(
      list.films.map(({ file }) => file),
      ['a.png', 'c.png'],
    )
    assert.deepEqual(
      list.failures.map(({ file, code }) => [file, code]),
      [['b.png', 'READ_EMPTY_FILE']],
    )
    const array = await readFile(join(folder, 'out.npy'))
    assert.equal(array.length, 128 + 2 * 64 * 64 * 4)
    assert.ok(array.toString('latin1', 0, 128).includes("'shape': (2, 1, 64, 64,)"))
    // The blank film is 128 of 255 all over.
    const last = array.readFloatLE(array.length - 4)
    assert.ok(Math.abs(last - 128 / 255) < 0.002, `${last}`)
  })

  test('tensors of another view and size, with masks, leave refused films out when asked', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    const chest = join(places.samples, 'chest-1-clear.dcm')
    const args = ['tensors', 'a.png', chest, '--model', 'tiny', '--out', 'out.npy', '--masks', 'masks.npy']
    const view = ['--view', 'lungs', '--margin', '0.1', '--size', '32', '--skip-refused']
    const ran = await hilum([...args, ...view], { cwd: folder })
    assert.deepEqual(
      [ran.code, ran.stderr.trimEnd().split('\n').at(-1)],
      [0, '1 tensors, 1 refused, 0 failed.'],
    )
    const list = JSON.parse(await readFile(join(folder, 'out.npy.json'), 'utf8')) as Record<string, unknown>
    assert.deepEqual(list['input'], {
      width: 32,
      height: 32,
      view: 'lungs',
      margin: 0.1,
      fit: 'squish',
      masked: false,
    })
    const [film] = list['films'] as { box: number[]; region: number[]; columns: number; refused: string[] }[]
    const [refused] = list['refused'] as { file: string; refused: string[]; box: null }[]
    assert.deepEqual([refused!.file, refused!.refused, film!.refused], ['a.png', ['GATE_NO_LUNGS'], []])
    const [left, , right] = film!.box as [number, number, number]
    assert.equal(film!.region[0], Math.floor(Math.max(0, left - 0.1 * (right - left))))
    const [tensors, masks] = await Promise.all(
      ['out.npy', 'masks.npy'].map((name) => readFile(join(folder, name))),
    )
    assert.deepEqual([tensors!.length, masks!.length], [128 + 32 * 32 * 4, 128 + 32 * 32])
    assert.ok(masks!.toString('latin1', 0, 128).includes("'descr': '|u1'"))
    const lung = masks!.subarray(128).filter((share) => share >= 128).length / (32 * 32)
    assert.ok(lung > 0.2 && lung < 0.9, `${lung}`)
  })

  const film = 'film.png'
  const overFilms: readonly (readonly [args: string[], named: string])[] = [
    [['explain', film, '--label', 'Pneumonia', '--out', `./${film}`], `./${film}`],
    [['explain', film, '--label', 'Pneumonia', '--out', 'link.csv'], 'link.csv'],
    [['score', '.', '--csv', film], film],
    [['score', 'link.csv', '--json', 'fresh.json', '--pdf', film], film],
    [['tensors', '.', '--out', film], film],
    [['tensors', film, '--out', 'fresh.npy', '--masks', 'link.csv'], 'link.csv'],
  ]
  for (const [args, named] of overFilms) {
    test(`${args.join(' ')} leaves the film as it is, and says so`, async (t) => {
      const folder = await temporaryFolder(t)
      const before = await readFile(await paintFilm(join(folder, film), 'bright'))
      await symlink(film, join(folder, 'link.csv'))
      const ran = await hilum([...args, '--model', 'tiny'], { cwd: folder })
      assert.deepEqual([ran.code, ran.stdout], [2, ''])
      assert.equal(
        ran.stderr,
        `USAGE: ${named} is read as a film, and a result there would replace it; name another file.\n`,
      )
      assert.deepEqual(await readFile(join(folder, film)), before)
      assert.deepEqual((await readdir(folder)).toSorted(), [film, 'link.csv'])
    })
  }

  test('a folder that vanishes after it was searched costs its films alone', async (t) => {
    const folder = await temporaryFolder(t)
    await mkdir(join(folder, 'stays'))
    await mkdir(join(folder, 'vanishes'))
    await paintFilm(join(folder, 'stays', 'a.png'), 'bright')
    await paintFilm(join(folder, 'vanishes', 'b.png'), 'bright')
    const pack = await readPack(join(FIXTURE_MODELS, 'tiny'))
    const { signal } = new AbortController()
    const finds = await find([join(folder, 'vanishes'), join(folder, 'stays')], { recursive: true, signal })
    await rm(join(folder, 'vanishes'), { recursive: true })
    const { scores } = await withEngines({ films: 2, pack, signal }, (engines) =>
      scoreRun(finds, pack, { ...engines, kept: 'rows', hashed: true }),
    )
    assert.deepEqual(
      scores.results.map(({ status, code, sha256 }) => [status, code, sha256 === null]),
      [
        ['failed', 'READ_NOT_FOUND', true],
        ['scored', null, false],
      ],
    )
  })
})
