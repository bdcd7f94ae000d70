// What may be typed: commands, options, their defaults and help. The work of a command is loaded when it is asked for.

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { MAP_METHODS } from '../../shared/analysis.ts'
import { OCCLUSION_FULL_SCALE, OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { PROVIDER_CHOICES } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import type { Engine } from '../engine/client.ts'
import { appVersion } from '../places.ts'
import { EXIT } from './exit-codes.ts'
import { say } from './speak.ts'
import type {
  ExplainOptions,
  InspectOptions,
  ModelsOptions,
  ProvidersOptions,
  ScoreOptions,
  TensorsOptions,
} from './options.ts'

interface Means {
  /** An engine that was started ahead, if one was; whoever started it ends it. */
  readonly first?: Engine | undefined
  readonly signal: AbortSignal
}

/** Does what the arguments say; the number is the exit code. Failures other than wrong usage are thrown. */
export async function run(args: readonly string[], means: Means): Promise<number> {
  let code: number = EXIT.done
  const program = mainCommand()
  addCommands(program, means, (ended) => (code = ended))
  for (const command of [program, ...program.commands]) wordFailures(command)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    // Commander has said what was wrong, or shown the help or the version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    throw error
  }
}

function addCommands(program: Command, { first, signal }: Means, onEnd: (code: number) => void): void {
  const add = <Given extends unknown[]>(command: Command, work: (...given: Given) => Promise<number>) => {
    program.addCommand(command.action(async (...given: Given) => onEnd(await work(...given))))
  }
  add(scoreCommand(), async (paths: string[], options: ScoreOptions) => {
    const { score } = await import('./score.ts')
    return score(paths, options, { first, signal })
  })
  add(explainCommand(), async (file: string, options: ExplainOptions) => {
    const { explainFilm } = await import('./explain.ts')
    return explainFilm(file, options, signal)
  })
  add(modelsCommand(), async (options: ModelsOptions) => {
    const { listModels } = await import('./models.ts')
    return listModels(options)
  })
  add(providersCommand(), async (options: ProvidersOptions) => {
    const { listProviders } = await import('./providers.ts')
    return listProviders(options, signal)
  })
  add(inspectCommand(), async (paths: string[], options: InspectOptions) => {
    const { inspectFiles } = await import('./inspect.ts')
    return inspectFiles(paths, options, signal)
  })
  add(tensorsCommand(), async (paths: string[], options: TensorsOptions) => {
    const { writeTensors } = await import('./tensors.ts')
    return writeTensors(paths, options, signal)
  })
}

function mainCommand(): Command {
  return new Command('hilum')
    .description('Scores chest X-rays on this machine, without a window.')
    .version(appVersion(), '--version', 'Print the version.')
    .helpOption('--help', 'Print this help.')
    .helpCommand('help [command]', 'Print the help of a command.')
    .usage('<command> [options]')
    .addHelpText(
      'after',
      notes([
        'Exit codes: 0 all written (a refused film is a result), 2 wrong usage, 3 some files failed and the rest',
        '            is written, 1 anything else; after a signal 128 and its number.',
        '',
        strings.notice,
        '',
        'Examples:',
        '  hilum score films/',
        '  hilum score films/ --csv scores.csv --pdf summary.pdf',
        '  hilum help score',
      ]),
    )
}

function scoreCommand(): Command {
  return subcommand('score', 'Score films, and write the results as a table, CSV, JSON or PDF.')
    .argument('<path...>', 'Films, or folders of films.')
    .addOption(modelOption())
    .addOption(providerOption())
    .addOption(once('--csv <file>', 'Write a row for each frame to this file. Default: no CSV.'))
    .addOption(once('--json <file>', 'Write hilum/score@1 to this file. Default: no JSON.'))
    .addOption(once('--pdf <file>', 'Write a report with pictures to this file. Default: no PDF.'))
    .addOption(
      once('--limit <n>', 'Score only the first films found, at most this many. Default: all.', wholeNumber),
    )
    .option('--no-hash', 'Leave each file’s SHA-256 out of the outputs. Default: it is in them.')
    .addOption(notRecursive())
    .addHelpText(
      'after',
      notes([
        '“-” as a file is standard output. Without --csv, --json and --pdf a table goes there. Progress goes to',
        'standard error. Frames count from 0. The PDF has a page for each film up to 100; of more films, those called',
        'positive or indeterminate have one, up to 100 with the positive ones first, and the table has them all.',
        '',
        'The SHA-256 says which file a score is of, whatever it is called later. With --no-hash it is an empty cell in the',
        'CSV and null in the JSON; of large uncompressed films a third of the time goes into it.',
        '',
        'A folder without films is a failed result with the code READ_NO_FILMS, and the exit code is 3.',
        'The CSV is UTF-8 without a byte order mark; in Excel, open it by Data > From Text/CSV. So that no spreadsheet',
        'runs a cell, a file that begins with = + - or @ gets “./” before it, which is the same file, and any other',
        'text an apostrophe.',
        '',
        strings.notice,
        '',
        'Examples:',
        '  hilum score film.dcm',
        '  hilum score ward-3/ --json - | jq ".results[] | select(.band == \\"positive\\") | .file"',
        '  hilum score ward-3/ ward-4/ --csv scores.csv --json scores.json --pdf scores.pdf',
      ]),
    )
}

function explainCommand(): Command {
  return subcommand('explain', 'Draw the heat map of one label on a film.')
    .argument('<file>', 'The film.')
    .requiredOption('--label <label>', 'Which label; “hilum models” lists them. Must be given.', onlyOnce())
    .requiredOption('--out <png>', 'The picture to write; “-” is standard output. Must be given.', onlyOnce())
    .addOption(modelOption())
    .addOption(providerOption())
    .addOption(
      once(
        '--method <name>',
        'How to explain the score: gradcam, hirescam (hiresmap in cards) or occlusion. Default: the card’s own.',
        mapMethod,
      ),
    )
    .option('--grid', 'Draw the edges of the model’s cells over the map. Default: not.')
    .addOption(once('--frame <n>', 'Which frame, counted from 0. Default: 0.', frameNumber).default(0, '0'))
    .addHelpText(
      'after',
      notes([
        'HiResCAM is drawn where it is above 0; where it is below, the place spoke against the label. A method is drawn',
        'on the scale that the card gives it, the same for every film. Occlusion works with every model, also one that',
        `gives scores alone: it shows what the score loses where a square of the film is grey. The model is run ${OCCLUSION_RUNS}`,
        `times for it, and a loss of ${OCCLUSION_FULL_SCALE} is drawn as the hottest colour.`,
        strings.caveatMap,
        strings.notice,
        '',
        'Examples:',
        '  hilum explain film.dcm --label COVID-19 --out map.png',
        '  hilum explain film.png --label "No finding" --out map.png --method occlusion',
        '  hilum explain series.dcm --label COVID-19 --out map.png --frame 2 --method hirescam --grid',
      ]),
    )
}

function modelsCommand(): Command {
  return subcommand('models', 'List the installed models with their labels and figures.')
    .option('--json', 'Print JSON. Default: text.')
    .addHelpText(
      'after',
      notes([
        'Models are looked for in the folders that the environment variable HILUM_MODELS names, in the folder “models”',
        'of the app’s settings, where “Import a model…” puts them, and in the installation; of one id the first wins.',
        'A folder holds a folder for each model, with model.onnx and card.json.',
        '',
        strings.notice,
        '',
        'Examples:',
        '  hilum models',
        '  hilum models --json',
        '  HILUM_MODELS=trained/ hilum models',
      ]),
    )
}

function providersCommand(): Command {
  return subcommand('providers', 'List what this machine can run a model on, and try what was not tried.')
    .option('--again', 'Try again what was tried, too. Default: its verdict stands.')
    .option('--json', 'Print JSON. Default: a table.')
    .addOption(modelOption())
    .addHelpText(
      'after',
      notes([
        'A provider is used once it has given the figures stored with the model for its golden films and ONNX',
        'Runtime has shown that it ran them itself. What came of it is kept for each model, driver and version, in',
        'the folder of the app’s settings or the one that the environment variable HILUM_DATA names. The first that',
        'is no slower than the CPU is used by itself; it is marked with *.',
        '',
        strings.notice,
        '',
        'Examples:',
        '  hilum providers',
        '  hilum providers --again',
        '  hilum score films/ --provider cpu',
      ]),
    )
}

function inspectCommand(): Command {
  return subcommand('inspect', 'Print what films say of themselves, and figures of their stored values.')
    .argument('<path...>', 'Films, or folders of films.')
    .option('--json', 'Print one JSON object a line. Default: text.')
    .addOption(notRecursive())
    .addHelpText(
      'after',
      notes([
        'storedValues.sha256 is over the stored values before the modality LUT, as little-endian int32, row by row;',
        'colour samples are interleaved. Names and ids of patients are printed as the file has them.',
        '',
        strings.notice,
        '',
        'Examples:',
        '  hilum inspect film.dcm',
        '  hilum inspect films/ --json > films.jsonl',
        '  hilum inspect films/ --json | jq -r "[.file, .transferSyntax] | @tsv"',
      ]),
    )
}

function tensorsCommand(): Command {
  return subcommand('tensors', 'Write the tensors that a model is given, to train on what the app sees.')
    .argument('<path...>', 'Films, or folders of films.')
    .requiredOption(
      '--out <npy>',
      'The NumPy file to write; its list of films goes to <npy>.json. Must be given.',
      onlyOnce(),
    )
    .addOption(once('--masks <npy>', 'The NumPy file of the lungs to write. Default: none.'))
    .addOption(modelOption())
    .addOption(
      once('--view <view>', 'What to see: film, lungs. Default: as the model.', oneOf(['film', 'lungs'])),
    )
    .addOption(once('--margin <share>', 'Beyond the lungs, of their box. Default: as the model.', share))
    .addOption(once('--size <pixels>', 'Of both sides of the tensor. Default: as the model.', tensorSize))
    .addOption(
      once('--fit <fit>', 'squish or letterbox. Default: as the model.', oneOf(['squish', 'letterbox'])),
    )
    .option('--masked', 'Fill all but the lungs with their mean grey. Default: as the model.')
    .option('--skip-refused', 'Leave out the films that would get no score. Default: they are in it.')
    .addOption(notRecursive())
    .addHelpText(
      'after',
      notes([
        'The array is float32 [N, 1, height, width] from 0 to 1, that of --masks uint8 of the same shape, 0 to 255: how',
        'surely a pixel is lung (128 and more is lung). <npy>.json has a row for each film in the order of the arrays:',
        'its size, the lungs’ box [left, top, right, bottom] in its pixels and their share of it, the region that the',
        'tensor shows, and under “refused” why it would get no score. Where no lungs are found, a view of the lungs',
        'shows the whole film. With --skip-refused such films are listed under “refused” and are in no array.',
        '',
        strings.notice,
        '',
        'Examples:',
        '  hilum tensors films/ --out films.npy',
        '  hilum tensors films/ --view lungs --margin 0.05 --size 160 --out films.npy --masks masks.npy',
        '  hilum tensors a.png b.dcm --out pair.npy',
      ]),
    )
}

function subcommand(name: string, description: string): Command {
  return new Command(name).description(description).helpOption('--help', 'Print this help.')
}

function modelOption(): Option {
  return once('--model <id>', 'Use this model; “hilum models” lists them. Default: the default model.')
}

function providerOption(): Option {
  return once(
    '--provider <name>',
    `What runs the model: ${PROVIDER_CHOICES.join(', ')}; “hilum providers” lists them. Default: auto.`,
    oneOf(PROVIDER_CHOICES),
  ).default('auto', 'auto')
}

function notRecursive(): Option {
  return new Option('--no-recursive', 'Leave out the folders within a folder. Default: they are searched.')
}

type Parse = (value: string) => unknown

function once(flags: string, description: string, parse: Parse = (value) => value): Option {
  return new Option(flags, description).argParser(onlyOnce(parse))
}

/** Of two values one would be dropped without a word. */
function onlyOnce(parse: Parse = (value) => value): (value: string) => unknown {
  let given = false
  return (value) => {
    if (given) throw new InvalidArgumentError('It is given twice; give it once.')
    given = true
    return parse(value)
  }
}

function oneOf(choices: readonly string[]): Parse {
  return (value) => {
    if (choices.includes(value)) return value
    throw new InvalidArgumentError(`One of ${choices.join(', ')} is expected.`)
  }
}

/** By its own name in any case too: Grad-CAM, HiResCAM. */
function mapMethod(value: string): string {
  const name = value.toLowerCase().replaceAll('-', '').replace('hirescam', 'hiresmap')
  if (MAP_METHODS.some((method) => method === name)) return name
  throw new InvalidArgumentError('One of gradcam, hirescam, occlusion is expected.')
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('A whole number from 1 on is expected.')
  return Number(value)
}

function tensorSize(value: string): number {
  const size = wholeNumber(value)
  if (size < 16 || size > 2048) throw new InvalidArgumentError('A whole number from 16 to 2048 is expected.')
  return size
}

function share(value: string): number {
  const given = Number(value)
  if (!/^\d*\.?\d+$/.test(value) || given > 1)
    throw new InvalidArgumentError('A number from 0 to 1 is expected.')
  return given
}

function frameNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('A whole number from 0 on is expected.')
  return Number(value)
}

function notes(lines: readonly string[]): string {
  return `\n${lines.join('\n')}`
}

function wordFailures(command: Command): void {
  const help = command.parent === null ? 'hilum --help' : `hilum help ${command.name()}`
  command.exitOverride().configureOutput({
    outputError: (text) => say(usageSentence(text, help)),
  })
}

function usageSentence(text: string, help: string): string {
  const plain = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ')
  const sentence = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`.replace(/([^.)?])$/, '$1.')
  return `USAGE: ${sentence} “${help}” says how it is used.`
}
