import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { strings } from '../../shared/strings.en.ts'
import { composeReport } from './compose.ts'
import {
  exampleFailed,
  exampleFilm,
  exampleHeat,
  exampleInput,
  examplePicture,
  exampleRefused,
  exampleScored,
} from './report-example.fixture.ts'
import type { ReportInput } from './report-input.ts'

const assetsFolder = fileURLToPath(new URL('../../../assets', import.meta.url))
const compose = (input: ReportInput): Promise<Buffer> => composeReport(input, assetsFolder)

const positive = exampleScored('chest-2.dcm', [0.873, 0.101, 0.026])
const negative = {
  ...exampleScored('chest-1.dcm', [0.02, 0.031, 0.949]),
  warnings: [{ code: 'VIEW_UNKNOWN', message: 'The film does not say its view.' }],
}
const refused = exampleRefused('lateral.dcm')
const failed = exampleFailed('broken.dcm')
const small = exampleInput(
  [positive, negative, refused, failed],
  [
    exampleFilm(positive, examplePicture(160, 160), exampleHeat(160)),
    exampleFilm(negative, examplePicture(200, 120), null),
    exampleFilm(refused, examplePicture(120, 200), exampleHeat(160)),
    exampleFilm(failed, null, null),
  ],
)

/** The text of each page as poppler reads it, or null where poppler is not installed. */
function pagesOf(pdf: Buffer, t: TestContext): string[] | null {
  const { stdout, error } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 2 ** 28 })
  if (error) {
    t.skip('needs pdftotext (poppler-utils)')
    return null
  }
  return stdout.toString('utf8').split('\f').slice(0, -1)
}

/** On the third page, at a dot for a point: by row the columns with the green of marks, and the other way. */
function greenOf(pdf: Buffer, t: TestContext): { rows: number[][]; columns: number[][] } | null {
  const { stdout, error } = spawnSync('pdftoppm', ['-r', '72', '-f', '3', '-l', '3', '-'], {
    input: pdf,
    maxBuffer: 2 ** 28,
  })
  if (error) {
    t.skip('needs pdftoppm (poppler-utils)')
    return null
  }
  const [, width, height] = stdout
    .toString('latin1', 0, 20)
    .match(/^P6\s(\d+)\s(\d+)\s255\s/)!
    .map(Number)
  const pixels = stdout.subarray(-3 * width! * height!)
  const rows: number[][] = Array.from({ length: height! }, () => [])
  const columns: number[][] = Array.from({ length: width! }, () => [])
  for (let i = 0; i < width! * height!; i++) {
    const [red, green, blue] = pixels.subarray(3 * i)
    if (green! - red! < 25 || green! - blue! < 15) continue
    rows[Math.floor(i / width!)]!.push(i % width!)
    columns[i % width!]!.push(Math.floor(i / width!))
  }
  return { rows, columns }
}

const pageCount = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

describe('composeReport', () => {
  test('what computed the scores is called by its name, with the reason', async (t) => {
    const providerReason = 'CUDA, accepted: Gave the stored figures.'
    const pages = pagesOf(await compose({ ...small, provider: 'cuda, cpu', providerReason }), t)
    if (pages === null) return
    assert.match(pages[0]!, /Computed on +CUDA, CPU\. CUDA, accepted: Gave the stored figures\./)
    assert.match(pages[2]!, /Computed on +CPU\n/)
  })

  test('the same input gives the same bytes', async () => {
    assert.ok((await compose(small)).equals(await compose(small)))
  })

  test('a summary, a table and a page for each chosen film', async () => {
    assert.equal(pageCount(await compose(small)), 6)
    assert.equal(pageCount(await compose(exampleInput([positive]))), 2)
  })

  test('without any film there is a summary that says so', async (t) => {
    const pages = pagesOf(await compose(exampleInput([])), t)
    if (pages) assert.match(pages.join(), /No film was scored/)
  })

  test('it is tagged, has a language, an outline and a title, and names no film in its metadata', async () => {
    const bytes = (await compose(small)).toString('latin1')
    for (const mark of [/\/Marked true/, /\/Lang \(en-GB\)/, /\/Outlines/, /\/S \/Table/, /\/S \/Figure/]) {
      assert.match(bytes, mark)
    }
    assert.match(bytes, /<rdf:li xml:lang="x-default">Hilum: Chest film summary<\/rdf:li>/)
    assert.match(bytes, /D:20261121093000Z/)
    const metadata = bytes.match(/<x:xmpmeta.*<\/x:xmpmeta>|\/Title \(.*?\)|\/Info .*/gs)?.join('\n') ?? ''
    assert.match(metadata, /Chest film summary/)
    assert.doesNotMatch(metadata, /chest-2|lateral/)
  })

  test('every page carries the notice, both caveats, the model and its own number', async (t) => {
    const pages = pagesOf(await compose(small), t)
    if (!pages) return
    pages.forEach((page, i) => {
      const flat = page.replaceAll(/\s+/g, ' ')
      for (const words of [strings.notice, strings.caveatScore, strings.caveatMap, 'example-lungs 1.2.0']) {
        assert.ok(flat.includes(words), `page ${i + 1} lacks “${words}”`)
      }
      assert.ok(flat.includes(`Page ${i + 1} of ${pages.length}`))
    })
  })

  test('a film page shows score, operating point, call, window, scale and hashes', async (t) => {
    const page = pagesOf(await compose(small), t)?.[2]
    if (page === undefined) return
    const flat = page.replaceAll(/\s+/g, ' ')
    for (const words of [
      'chest-2.dcm',
      'No. 1',
      '87.3%',
      'point 41.0%',
      'Positive: COVID-19 pneumonia',
      'centre 2010, width 3700',
      'HiResCAM',
      '0123456789abcdef…',
      '9f2b6c1d7e8a4f30…',
    ]) {
      assert.ok(flat.includes(words), `lacks “${words}”`)
    }
  })

  const counts: readonly (readonly [string, Partial<ReportInput>, RegExp])[] = [
    ['all are scored', {}, /4 films: 2 scored, 1 refused, 1 failed\. +Created/],
    [
      'some are not scored yet',
      { unread: 3 },
      /7 films in the list: 2 scored, 1 refused, 1 failed, 3 not scored yet\. +Created/,
    ],
    ['all have a page', {}, /Each film has a page of its own\./],
    ['none has a page', { films: [] }, /No film has a page of its own; all are in the table\./],
    [
      'those that want a look have one',
      { films: small.films.slice(0, 1) },
      /Pages for the film that is positive or indeterminate; all are in the table\./,
    ],
    [
      'another has one too',
      { films: small.films.slice(0, 2) },
      /Pages for the film that is positive or indeterminate, and for 1 more; all are in the table\./,
    ],
    ['only another has one', { films: small.films.slice(1, 3) }, /Pages for 2 films; all are in the table\./],
    [
      'some have neither page nor row',
      { unread: 3, films: small.films.slice(0, 1) },
      /indeterminate; all but those not scored yet are in the table\./,
    ],
    [
      'they are too many',
      {
        rows: [...small.rows, ...Array.from({ length: 272 }, () => ({ ...positive }))],
        films: small.films.slice(0, 1),
      },
      /Pages for 1 of the 273 films that are positive or indeterminate, positive ones first; all are in the table\./,
    ],
  ]
  for (const [when, changes, words] of counts) {
    test(`the first page says how many films and pages there are where ${when}`, async (t) => {
      const page = pagesOf(await compose({ ...small, ...changes }), t)?.[0]
      if (page !== undefined) assert.match(page.replaceAll(/\s+/g, ' '), words)
    })
  }

  test('a film has one number in the table and on its page, and the one leads to the other', async (t) => {
    const pdf = await compose({ ...small, unread: 2, films: small.films.slice(1, 2) })
    const pages = pagesOf(pdf, t)
    if (!pages) return
    const [, table = '', page = ''] = pages
    assert.match(table, /\n +2 +chest-1\.dcm/)
    assert.match(page, /chest-1\.dcm +No\. 2\n/)
    assert.match(table, /Where the number is underlined, the film has a page of its own\./)
    assert.match(table, /2 films of the list are not scored yet, and have no row\./)
    const bytes = pdf.toString('latin1')
    assert.deepEqual(bytes.match(/\/D \(film-\d+\)/g), ['/D (film-2)'])
    assert.match(bytes, /\(film-2\) \[\d+ 0 R \/XYZ/)
    assert.match(bytes, /\/S \/Link/)
  })

  test('what was measured is listed by the number on the picture, with what its millimetres go by', async (t) => {
    const line = { from: { x: 20, y: 40 }, to: { x: 120, y: 40 } }
    const marks = [
      { lines: [line], text: 'Length 50.0 mm (at the detector)' },
      { lines: [line, { ...line, to: { x: 150, y: 90 } }], text: 'Angle 20.1°' },
    ]
    const measured = { ...exampleFilm(positive, examplePicture(160, 160), null), marks, scale: 'So it goes.' }
    const page = pagesOf(await compose(exampleInput([positive], [measured])), t)?.[2]
    if (page === undefined) return
    assert.match(page, /1\s+Length 50\.0 mm \(at the detector\)\s+2\s+Angle 20\.1°\s+So it goes\./)
    const without = pagesOf(
      await compose(exampleInput([positive], [exampleFilm(positive, null, null)])),
      t,
    )?.[2]
    assert.doesNotMatch(without ?? '', /Measurements/)
  })

  test('a line that was measured lies on the picture where it lies on the film', async (t) => {
    // Of 100 pixels, a quarter and three quarters down the diagonal of the film: level, then upright.
    const level = { from: { x: 25, y: 25 }, to: { x: 75, y: 25 } }
    const upright = { from: { x: 25, y: 25 }, to: { x: 25, y: 75 } }
    const marks = [{ lines: [level, upright], text: 'Angle 90.0°' }]
    const film = { ...exampleFilm(positive, examplePicture(100, 100), null), marks }
    const page = greenOf(await compose(exampleInput([positive], [film])), t)
    if (!page) return
    // The picture begins at 50 points and is 214.6 wide, so that the corner of both lines lies at 103.7; ticks add a little.
    const longest = (lines: readonly number[][]) => lines.toSorted((a, b) => b.length - a.length)[0]!
    const row = longest(page.rows)
    const column = longest(page.columns)
    for (const [found, expected] of [
      [Math.min(...row), 103.7],
      [row.length, 107.3],
      [page.columns.indexOf(column), 103.7],
      [column.length, 107.3],
    ] as const)
      assert.ok(Math.abs(found - expected) <= 5, `${found} is not ${expected}`)
  })

  test('a model without maps is said to explain nothing, not that no finding was called', async (t) => {
    const row = exampleScored('plain.dcm', [0.1, 0.1, 0.8])
    const film = { ...exampleFilm(row, examplePicture(64, 64), null), methods: [] }
    const page = pagesOf(await compose(exampleInput([row], [film])), t)?.join(' ')
    if (page === undefined) return
    const flat = page.replaceAll(/\s+/g, ' ')
    assert.ok(flat.includes(strings.report.film.unexplained))
    assert.ok(!flat.includes(strings.report.film.noHeatBelow))
  })

  test('a film page says what its own scores were computed on, and of a film without a score nothing', async (t) => {
    const rows = [{ ...positive, provider: 'webgpu' }, negative, refused]
    const input = exampleInput(
      rows,
      rows.map((row) => exampleFilm(row, examplePicture(160, 160), null)),
    )
    const pages = pagesOf(await compose({ ...input, provider: 'webgpu, cpu' }), t)?.slice(-3)
    const computed = pages?.map((page) => /Computed on +(.*)/.exec(page)?.[1])
    if (computed !== undefined) assert.deepEqual(computed, ['WebGPU', 'CPU', undefined])
  })

  test('a film without a score shows its reason and no number that looks like one', async (t) => {
    const pages = pagesOf(await compose(small), t)
    if (!pages) return
    const [refusedPage = '', failedPage = ''] = pages.slice(4)
    assert.match(refusedPage, /Refused: no score/)
    assert.match(refusedPage, /looks like a lateral film/)
    assert.match(failedPage, /Failed: no score/)
    assert.match(failedPage, /ends after 2,097,152 of 8,388,608 bytes/)
    for (const page of [refusedPage, failedPage]) assert.doesNotMatch(page, /\d%|HiResCAM/)
    const line = pages[1]?.split('\n').find((text) => text.includes('GATE_NOT_FRONTAL'))
    assert.ok(line)
    assert.doesNotMatch(line, /%/)
  })

  test('the class that means nothing was found is never called positive', async (t) => {
    const page = pagesOf(await compose(small), t)?.[3]
    if (page === undefined) return
    assert.match(page, /94\.9%/)
    assert.doesNotMatch(page, /Positive/)
  })

  test('warnings stand in the table and on the film page', async (t) => {
    const pages = pagesOf(await compose(small), t)
    if (!pages) return
    assert.match(pages[1] ?? '', /Warning: The film does not say its view\./)
    assert.match(pages[3] ?? '', /The film does not say its view\./)
  })

  test('what must be said of a film without a page stands in the table in full', async (t) => {
    const words = Array.from({ length: 80 }, (_, i) => `word${i}`).join(' ')
    const rows = [
      { ...positive, warnings: [{ code: 'VIEW_UNKNOWN', message: words }] },
      { ...refused, message: words },
    ]
    const pages = pagesOf(await compose(exampleInput(rows)), t)
    if (!pages) return
    const { heading } = strings.report.table
    const tableOf = (all: readonly string[]) => all.find((page) => page.includes(heading)) ?? ''
    assert.equal(tableOf(pages).match(/word79/g)?.length, 2)
    const films = rows.map((row) => exampleFilm(row, null, null))
    const table = tableOf(pagesOf(await compose(exampleInput(rows, films)), t) ?? [])
    assert.match(table, /word10/)
    assert.doesNotMatch(table, /word79/)
  })

  test('5,000 films are all in the table, with its head on every page', async (t) => {
    const rows = Array.from({ length: 5000 }, (_, i) =>
      i % 50 === 7 ? exampleRefused(`film-${i}.dcm`) : exampleScored(`film-${i}.dcm`, [i / 5000, 0.2, 0.1]),
    )
    const pages = pagesOf(await compose(exampleInput(rows)), t)
    if (!pages) return
    const text = pages.join('\n')
    for (let i = 0; i < 5000; i++) assert.ok(text.includes(` film-${i}.dcm`), `film-${i}.dcm is missing`)
    for (const page of pages.slice(1)) assert.match(page, /No\.\s+File\s+Call/)
  })

  test('long names keep their end, names in other scripts become numbers, not boxes', async (t) => {
    const long = `${'very long name of an exported film '.repeat(6)}series 4 image 17.dcm`
    const names = [long, '胸部.dcm', 'صورة.png', 'film🫁.png', 'Łódź Ωμέγα Грудь.png']
    const rows = names.map((name) => exampleScored(name, [0.2, 0.3, 0.5]))
    const films = rows.map((row) => exampleFilm(row, null, null))
    const pages = pagesOf(await compose(exampleInput(rows, films)), t)
    if (!pages) return
    const text = pages.slice(1).join('\n')
    for (const words of [
      '7.dcm',
      '[U+80F8 U+90E8].dcm',
      '[U+0635 U+0648 U+0631 U+0629].png',
      'film[U+1FAC1].png',
    ]) {
      assert.ok(text.includes(words), `lacks ${words}`)
    }
    assert.ok(text.includes('Łódź Ωμέγα Грудь.png'))
    assert.doesNotMatch(text, /[\uFFFD\u0000]/)
  })

  test('a model with many classes has one column for the likeliest', async (t) => {
    const labels = Array.from({ length: 9 }, (_, i) => ({
      ...small.model.labels[0]!,
      id: `c${i}`,
      name: `Class number ${i}`,
    }))
    const findings = labels.map(({ id, name, threshold }, i) => ({
      ...positive.findings[0]!,
      label: id,
      name,
      threshold,
      probability: positive.findings[i === 3 ? 0 : 1]!.probability,
      band: i === 3 ? ('positive' as const) : ('negative' as const),
    }))
    const row = { ...positive, findings, label: 'c3' }
    const input = {
      ...exampleInput([row], [exampleFilm(row, null, null)]),
      model: { ...small.model, labels },
    }
    const pages = pagesOf(await compose(input), t)
    if (!pages) return
    assert.match(pages[1] ?? '', /Positive: Class number 3\s+Class number 3\s+87\.3%/)
    assert.match(pages[2] ?? '', /Class number 8/)
  })

  test('a card with very much to say goes on to further pages', async (t) => {
    const limits = Array.from({ length: 90 }, (_, i) => `Limit ${i}: ${'known to fail on this. '.repeat(6)}`)
    const pages = pagesOf(await compose({ ...small, model: { ...small.model, limits } }), t)
    if (!pages) return
    assert.ok(pages.length > 8)
    for (const i of [0, 44, 89]) assert.ok(pages.join('\n').includes(`Limit ${i}:`))
  })
})
