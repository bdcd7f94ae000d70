import type { Card } from '../../shared/card.ts'
import { HilumError, toFailure, type Failure } from '../../shared/errors.ts'
import type { Engine } from '../engine/client.ts'
import { npyHeader, npyValues } from '../export/npy.ts'
import { appVersion } from '../places.ts'
import { chosenPack } from './chosen-pack.ts'
import { eachInOrder } from './each-in-order.ts'
import { withEngines } from './engines.ts'
import { EXIT } from './exit-codes.ts'
import { filmsOf, find, type Find } from './find.ts'
import type { TensorsOptions } from './options.ts'
import { discardAll, openOutputs, STANDARD_OUTPUT, type Output } from './outputs.ts'
import { startProgress } from './progress.ts'
import { say, sayFailures } from './speak.ts'

interface Frame {
  readonly file: string
  readonly frame: number
}
interface Tensor extends Frame {
  readonly sha256: string
  readonly data: Float32Array
}
type Outcome = Tensor | (Frame & Pick<Failure, 'code' | 'message'>)

export async function writeTensors(
  paths: readonly string[],
  options: TensorsOptions,
  signal: AbortSignal,
): Promise<number> {
  refuseStandardOutput(options.out)
  const pack = await chosenPack(options.model)
  const finds = await find(paths, { ...options, signal })
  const outputs = await openOutputs({ array: options.out, list: `${options.out}.json` })
  const [array, list] = [outputs.get('array')!, outputs.get('list')!]
  try {
    const needs = { films: filmsOf(finds).length, pack, signal }
    const written = await withEngines(needs, ({ engines }) => fillArray(finds, engines, array, pack.card))
    await list.write(listOf(written, pack.card))
    await array.commit()
    await list.commit()
    sayFailures(written.failures.map(({ code, message }) => `${code}: ${message}`))
    say(`${written.films.length} tensors, ${written.failures.length} failed.`)
    return written.failures.length === 0 ? EXIT.done : EXIT.someFailed
  } finally {
    await discardAll(outputs.values())
  }
}

function refuseStandardOutput(path: string): void {
  if (path !== STANDARD_OUTPUT) return
  throw new HilumError('USAGE', 'Tensors go to a file, since a list of their films goes beside it; name one.')
}

interface Written {
  readonly films: (Frame & { readonly sha256: string })[]
  readonly failures: (Frame & Pick<Failure, 'code' | 'message'>)[]
}

/** The values one after the other; how many there are is known at the end, and put into the header then. */
async function fillArray(
  finds: readonly Find[],
  engines: readonly Engine[],
  array: Output,
  { input }: Card,
): Promise<Written> {
  const written: Written = { films: [], failures: [] }
  const header = () => npyHeader([written.films.length, 1, input.height, input.width])
  const progress = startProgress('Making tensors', finds.length)
  const handOn = async (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if ('code' in outcome) written.failures.push(outcome)
      else await append(outcome, array, written)
    }
    progress.advance()
  }
  try {
    await array.write(header())
    await eachInOrder(finds, engines, framesOf, handOn)
    await array.writeAtStart(header())
  } finally {
    progress.end()
  }
  return written
}

async function append({ data, ...frame }: Tensor, array: Output, { films }: Written): Promise<void> {
  await array.write(npyValues(data))
  films.push(frame)
}

async function framesOf(found: Find, engine: Engine): Promise<Outcome[]> {
  if (found.kind === 'problem') {
    const { path, code, message } = found.problem
    return [{ file: path, frame: 0, code, message }]
  }
  const { path, name } = found.film
  const outcomes: Outcome[] = []
  let frames = 1
  for (let frame = 0; frame < frames; frame++) {
    try {
      const made = await engine.call('tensor', { path, frame }, name)
      outcomes.push({ file: path, frame, sha256: made.sha256, data: made.data })
      frames = made.frames
    } catch (error) {
      const { code, message } = toFailure(error)
      outcomes.push({ file: path, frame, code, message })
    }
  }
  return outcomes
}

function listOf({ films, failures }: Written, { id, version, sha256, input }: Card): string {
  const list = {
    schema: 'hilum/tensors@1',
    app: { version: appVersion() },
    model: { id, version, sha256 },
    shape: [films.length, 1, input.height, input.width],
    films,
    failures,
  }
  return `${JSON.stringify(list, null, 2)}\n`
}
