import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { strings } from '../../shared/strings.en.ts'
import { appVersion } from '../places.ts'
import { hilum } from './hilum-run.fixture.ts'

// What is typed wrong, and how the sentence about it begins.
const wrong: readonly [args: string[], sentence: RegExp][] = [
  [['score'], /^USAGE: Missing required argument 'path'\. “hilum help score”/],
  [
    ['score', 'a.png', '--cvs', 'x'],
    /^USAGE: Unknown option '--cvs' \(Did you mean --csv\?\) “hilum help score”/,
  ],
  [['score', 'a.png', '--limit', '0'], /^USAGE: .*'--limit <n>'.*'0'.* from 1 on/],
  [['score', 'a.png', '--limit', '1.5'], /^USAGE: .*'--limit <n>'.*'1\.5'/],
  [['score', 'a.png', '--csv', 'x', '--csv', 'y'], /^USAGE: .*'--csv <file>'.*twice/],
  [['score', 'a.png', '--csv'], /^USAGE: .*'--csv <file>'.*missing/],
  [['score', 'a.png', '--csv', '-', '--json', '-'], /^USAGE: Two outputs would go to standard output/],
  [['score', 'a.png', '--csv', 'x', '--json', './x'], /^USAGE: Two outputs would go to \.\/x/],
  [['score', 'a.png', '--model', 'nobody'], /^PACK_NOT_FOUND: .*“nobody”.*Installed: .*tiny/],
  [['explain', 'a.png', '--label', 'COVID-19'], /^USAGE: .*'--out <png>' not specified/],
  [
    ['explain', 'a.png', '--label', 'Gout', '--out', 'x.png', '--model', 'tiny'],
    /^EXPLAIN_NO_SUCH_LABEL: .*“Gout”.*COVID-19, Pneumonia, No finding/,
  ],
  [['tensors', 'a.png', '--out', '-'], /^USAGE: Tensors go to a file/],
  [['tensors', 'a.png', '--out', 'x', '--masks', './x'], /^USAGE: Two outputs would go to \.\/x/],
  [['tensors', 'a.png', '--out', 'x', '--masks', 'x.json'], /^USAGE: Two outputs would go to x\.json/],
  [['scor', 'a.png'], /^USAGE: Unknown command 'scor' \(Did you mean score\?\) “hilum --help”/],
]

describe('wrong usage exits 2 with one sentence and nothing on standard output:', { concurrency: 2 }, () => {
  for (const [args, sentence] of wrong) {
    test(`hilum ${args.join(' ')}`, async () => {
      const ran = await hilum(args)
      assert.equal(ran.code, 2)
      assert.match(ran.stderr, sentence)
      assert.match(ran.stderr, /^[^\n]+\n$/)
      assert.equal(ran.stdout, '')
    })
  }
})

describe('help', { concurrency: 2 }, () => {
  test('--version prints the version alone', async () => {
    const ran = await hilum(['--version'])
    assert.deepEqual([ran.code, ran.stdout, ran.stderr], [0, `${appVersion()}\n`, ''])
  })

  for (const args of [
    ['--help'],
    ...['score', 'explain', 'models', 'providers', 'inspect', 'tensors'].map((name) => ['help', name]),
  ]) {
    test(`hilum ${args.join(' ')} has a default for each option, the notice, and three examples last`, async () => {
      const { code, stdout } = await hilum(args)
      assert.equal(code, 0)
      assert.ok(stdout.includes(strings.notice))
      const [, examples = ''] = stdout.split('\nExamples:\n')
      assert.match(examples, /^( {2}(HILUM_MODELS=\S+ )?hilum [^\n]+\n){3}$/)
      const options = stdout.match(/^ {2}--(?!help|version)[^]*?(?=^ {2}--|\n\n)/gm) ?? []
      for (const option of options) assert.match(option, /Default:|Must\s+be\s+given/)
    })
  }

  test('of score it starts no engine, which a film does', async () => {
    const before = `
      import { subscribe } from 'node:diagnostics_channel'
      subscribe('child_process', () => process.stderr.write('A process was started.\\n'))`
    const help = await hilum(['score', '--help'], { before })
    assert.deepEqual([help.code, help.stderr], [0, ''])
    const film = await hilum(['score', 'none.png', '--model', 'nobody'], { before })
    assert.match(film.stderr, /^A process was started\.\nPACK_NOT_FOUND/)
  })

  test('without a command the help goes to standard error', async () => {
    const ran = await hilum([])
    assert.deepEqual([ran.code, ran.stdout], [2, ''])
    assert.match(ran.stderr, /^Usage: hilum/)
  })
})
