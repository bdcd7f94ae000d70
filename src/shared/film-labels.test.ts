import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filmLabels } from './film-labels.ts'

const cases: readonly (readonly [says: string, paths: readonly string[], labels: readonly string[]])[] = [
  ['a name that is the film’s alone', ['/cd/a/1.dcm', '/cd/b/2.dcm'], ['1.dcm', '2.dcm']],
  [
    'the folder of namesakes',
    ['/cd/A/1.dcm', '/cd/B/1.dcm', '/cd/B/2.dcm'],
    ['A / 1.dcm', 'B / 1.dcm', '2.dcm'],
  ],
  ['a folder further up where the near one is the same', ['/cd/A/IMG/1', '/cd/B/IMG/1'], ['A / 1', 'B / 1']],
  ['one level that tells all apart', ['/A/S1/1', '/B/S1/1', '/C/S2/1'], ['A / 1', 'B / 1', 'C / 1']],
  [
    'more where one level does not',
    ['/A/S1/1', '/A/S2/1', '/B/S1/1'],
    ['A / S1 / 1', 'A / S2 / 1', 'B / S1 / 1'],
  ],
  ['the folder alone where paths have no length', ['/A/1', '/1'], ['A / 1', '1']],
  ['one label for the frames of a film', ['/A/1', '/A/1'], ['1', '1']],
  ['archives and folders alike', ['/x/one.zip/1', '/x/two.zip/1'], ['one.zip / 1', 'two.zip / 1']],
  ['folders of Windows', ['C:\\cd\\A\\1', 'C:\\cd\\B\\1'], ['A / 1', 'B / 1']],
]
for (const [says, paths, labels] of cases) {
  test(`a film is called by ${says}`, () => {
    const films = paths.map((path) => ({ path, name: path.split(/[/\\]/).at(-1)! }))
    const called = filmLabels(films)
    assert.deepEqual(
      paths.map((path) => called.get(path)),
      labels,
    )
  })
}

test('ten thousand namesakes are told apart at once', () => {
  const films = Array.from({ length: 10_000 }, (_, i) => ({
    path: `/cd/${i}/DICOM/ST0/1.dcm`,
    name: '1.dcm',
  }))
  const begun = performance.now()
  assert.equal(new Set(filmLabels(films).values()).size, films.length)
  assert.ok(performance.now() - begun < 1000)
})
