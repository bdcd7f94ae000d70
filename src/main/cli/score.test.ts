import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, watch, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { scoreFileSchema } from '../../shared/score-file.ts'
import { strings } from '../../shared/strings.en.ts'
import { places } from '../places.ts'
import { FIXTURE_MODELS, hilum, paintFilm, paintFrames, temporaryFolder } from './hilum-run.fixture.ts'

const PAGE = '<!doctype html><html><body>Log in to see this film.</body></html>'
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

// Each run is a process or two, so they share the cores of the machine two by two.
describe('hilum score', { concurrency: 2 }, () => {
  test('writes several outputs at once, in the order found, and exits 3 where files failed', async (t) => {
    const folder = await temporaryFolder(t)
    const films = join(folder, 'films')
    await mkdir(join(films, 'b'), { recursive: true })
    await paintFilm(join(films, 'a.png'), 'bright')
    await paintFilm(join(films, 'b', 'c.png'), 'blank')
    await writeFile(join(films, 'b', 'd.dcm'), PAGE)
    await writeFile(join(films, 'e.png'), '')
    await paintFilm(join(films, 'f.png'), 'dark')
    await writeFile(join(films, 'notes.txt'), 'no film')

    const outputs = ['--csv', '-', '--json', 'out.json', '--pdf', 'out.pdf']
    const ran = await hilum(['score', 'films', 'gone.dcm', '--model', 'tiny', ...outputs], { cwd: folder })

    assert.equal(ran.code, 3, ran.stderr)
    const scores = scoreFileSchema.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')))
    const rows = scores.results.map(({ file, status, code, label }) => [file, status, code ?? label])
    assert.deepEqual(rows, [
      [join('films', 'a.png'), 'scored', 'Pneumonia'],
      [join('films', 'b', 'c.png'), 'refused', 'GATE_BLANK'],
      [join('films', 'b', 'd.dcm'), 'failed', 'DECODE_NOT_AN_IMAGE'],
      [join('films', 'e.png'), 'failed', 'READ_EMPTY_FILE'],
      [join('films', 'f.png'), 'scored', 'No finding'],
      ['gone.dcm', 'failed', 'READ_NOT_FOUND'],
    ])
    assert.deepEqual(
      scores.results.map((result) => result.sha256),
      [
        sha256(await readFile(join(films, 'a.png'))),
        sha256(await readFile(join(films, 'b', 'c.png'))),
        sha256(PAGE),
        sha256(''),
        sha256(await readFile(join(films, 'f.png'))),
        null,
      ],
    )
    assert.deepEqual([scores.model.id, scores.provider], ['tiny', 'cpu'])
    assert.match(ran.stdout, /^file,frame,status,.*\r\n(.*\r\n){6}$/)
    for (const name of ['d.dcm', 'e.png', 'gone.dcm'])
      assert.match(ran.stderr, new RegExp(`^[A-Z_]+: ${name.replace('.', '\\.')} .*\\.$`, 'm'))
    assert.equal((await readFile(join(folder, 'out.pdf'))).subarray(0, 5).toString(), '%PDF-')
    assert.deepEqual((await readdir(folder)).toSorted(), ['films', 'out.json', 'out.pdf'])
  })

  test('every frame of a film has its row, also after one that is blank or damaged', async (t) => {
    const folder = await temporaryFolder(t)
    const film = await paintFrames(join(folder, 'film.dcm'), ['blank', 'bright', 'damaged', 'dark'])
    const ran = await hilum(['score', film, '--model', 'tiny', '--json', '-'])
    assert.equal(ran.code, 3, ran.stderr)
    const { results } = scoreFileSchema.parse(JSON.parse(ran.stdout))
    assert.deepEqual(
      results.map(({ frame, status, code, label }) => [frame, status, code ?? label]),
      [
        [0, 'refused', 'GATE_BLANK'],
        [1, 'scored', 'Pneumonia'],
        [2, 'failed', 'DECODE_TRUNCATED'],
        [3, 'scored', 'No finding'],
      ],
    )
  })

  test('without outputs prints a table and nothing else on standard output', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    await paintFilm(join(folder, 'small.png'), 'bright', 64)
    const ran = await hilum(['score', 'a.png', 'small.png', '--model', 'tiny'], { cwd: folder })
    // A refusal is a result.
    assert.equal(ran.code, 0, ran.stderr)
    const [header, scored, refused, ...rest] = ran.stdout.split('\n')
    assert.match(header ?? '', /^File +Result +Band +COVID-19 +Pneumonia +No finding$/)
    assert.match(scored ?? '', /^a\.png +Pneumonia +positive +0\.\d{3} +0\.\d{3} +0\.\d{3}$/)
    assert.match(refused ?? '', /^small\.png +refused +GATE_TOO_SMALL: /)
    assert.deepEqual(rest, [''])
    assert.match(ran.stderr, /^1 scored, 1 refused, 0 failed in /)
    assert.ok(ran.stderr.includes(strings.notice))
    // No colour and no bar where nobody watches.
    assert.equal(`${ran.stdout}${ran.stderr}`.includes('\u001b'), false)
  })

  test('--limit and --no-recursive leave films out', async (t) => {
    const folder = await temporaryFolder(t)
    await mkdir(join(folder, 'a-deeper'))
    await paintFilm(join(folder, 'a-deeper', 'a.png'), 'blank')
    await paintFilm(join(folder, 'b.png'), 'blank')
    await paintFilm(join(folder, 'c.png'), 'blank')
    const args = ['score', folder, '--model', 'tiny', '--no-recursive', '--limit', '1', '--json', '-']
    const ran = await hilum(args)
    assert.equal(ran.code, 0, ran.stderr)
    const { results } = scoreFileSchema.parse(JSON.parse(ran.stdout))
    assert.deepEqual(
      results.map(({ file }) => file),
      [join(folder, 'b.png')],
    )
  })

  test('--no-hash leaves the hash of every file out, and nothing else', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    await paintFilm(join(folder, 'b.png'), 'blank')
    await writeFile(join(folder, 'c.dcm'), PAGE)
    const args = ['score', 'a.png', 'b.png', 'c.dcm', '--model', 'tiny', '--csv', '-', '--json', 'out.json']
    const outputs = async (...more: string[]) => {
      const ran = await hilum([...args, ...more], { cwd: folder })
      assert.equal(ran.code, 3, ran.stderr)
      const { results } = scoreFileSchema.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')))
      return { csv: ran.stdout, results }
    }
    const whole = await outputs()
    const { csv, results } = await outputs('--no-hash')
    assert.deepEqual(
      results,
      whole.results.map((result) => ({ ...result, sha256: null })),
    )
    const hashes = whole.results.map((result) => result.sha256 ?? '')
    assert.deepEqual(
      hashes.map((hash) => hash.length),
      [64, 64, 64],
    )
    assert.equal(
      csv,
      hashes.reduce((left, hash) => left.replace(`,${hash},`, ',,'), whole.csv),
    )
  })

  test('an empty folder is a failed result, and is told of with its name', async (t) => {
    const folder = await temporaryFolder(t)
    await mkdir(join(folder, 'ward-3'))
    const ran = await hilum(['score', 'ward-3', '--model', 'tiny', '--json', '-'], { cwd: folder })
    assert.equal(ran.code, 3)
    assert.match(ran.stderr, /^READ_NO_FILMS: “ward-3” .+\.$/m)
    const { results } = scoreFileSchema.parse(JSON.parse(ran.stdout))
    assert.deepEqual(
      results.map(({ file, code, sha256: hash }) => [file, code, hash]),
      [['ward-3', 'READ_NO_FILMS', null]],
    )
  })

  test('a damaged model exits 1 with its sentence and leaves the outputs as they were', async (t) => {
    const folder = await temporaryFolder(t)
    await cp(FIXTURE_MODELS, join(folder, 'models'), { recursive: true })
    await writeFile(join(folder, 'models', 'tiny', 'model.onnx'), 'not the model')
    await paintFilm(join(folder, 'a.png'), 'bright')
    await writeFile(join(folder, 'out.csv'), 'of the day before')
    const args = ['score', 'a.png', '--model', 'tiny', '--csv', 'out.csv']
    const ran = await hilum(args, { cwd: folder, models: join(folder, 'models') })
    assert.equal(ran.code, 1)
    assert.match(ran.stderr, /^PACK_HASH_MISMATCH: .*tiny.*Install the model “tiny” again\.$/m)
    assert.equal(ran.stdout, '')
    assert.equal(await readFile(join(folder, 'out.csv'), 'utf8'), 'of the day before')
    assert.deepEqual((await readdir(folder)).toSorted(), ['a.png', 'models', 'out.csv'])
  })

  test('an output that cannot be written is told of before any film is scored', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    const args = ['score', 'a.png', '--model', 'tiny', '--json', 'ok.json', '--csv', 'no/out.csv']
    const ran = await hilum(args, { cwd: folder })
    assert.equal(ran.code, 1)
    assert.match(
      ran.stderr,
      /^WRITE_FAILED: out\.csv can’t be written: the folder .+no is not there; .+\.\n$/,
    )
    assert.deepEqual(await readdir(folder), ['a.png'])
  })

  test('how much of a map lies in the lungs is told with a report and without one', async (t) => {
    const folder = await temporaryFolder(t)
    const chest = join(places.samples, 'chest-1-clear.dcm')
    const told = async (json: string, ...more: string[]) => {
      const ran = await hilum(['score', chest, '--json', json, ...more], { cwd: folder })
      assert.equal(ran.code, 0, ran.stderr)
      return scoreFileSchema.parse(JSON.parse(await readFile(join(folder, json), 'utf8'))).results[0]!
    }
    const alone = await told('alone.json')
    assert.equal(Object.keys(alone.insideLungs).length, 3)
    for (const share of Object.values(alone.insideLungs)) assert.ok(share! > 0 && share! < 1, `${share}`)
    assert.deepEqual(alone, await told('beside.json', '--pdf', 'report.pdf'))
  })

  test('a reader that leaves standard output early costs no file', async (t) => {
    const folder = await temporaryFolder(t)
    await paintFilm(join(folder, 'a.png'), 'bright')
    const args = ['score', 'a.png', '--model', 'tiny', '--csv', '-', '--json', 'out.json']
    const ran = await hilum(args, { cwd: folder, onStart: (child) => void child.stdout?.destroy() })
    assert.equal(ran.code, 0, ran.stderr)
    assert.match(ran.stderr, /^1 scored, 0 refused, 0 failed in [^\n]*\n$/)
    scoreFileSchema.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')))
  })

  test('Ctrl+C exits 130 and writes nothing, not even half a file', async (t) => {
    const folder = await temporaryFolder(t)
    const films = join(folder, 'films')
    const out = join(folder, 'out')
    await mkdir(films)
    await mkdir(out)
    for (let i = 0; i < 40; i++) await paintFilm(join(films, `${i}.png`), 'bright', 120 + i)
    const ran = await hilum(['score', films, '--model', 'tiny', '--json', join(out, 'out.json')], {
      onStart: async (child) => {
        // The outputs are opened just before the films are scored.
        for await (const _ of watch(out)) break
        child.kill('SIGINT')
      },
    })
    assert.equal(ran.code, 130, ran.stderr)
    assert.match(ran.stderr, /^CANCELLED: .+\.\n$/)
    assert.deepEqual(await readdir(out), [])
  })
})
