import type { Card } from '../../shared/card.ts'
import { HilumError, toFailure, type Failure } from '../../shared/errors.ts'
import type { Engine } from '../engine/client.ts'
import type { TensorOutput } from '../engine/protocol.ts'
import { npyHeader, npyValues } from '../export/npy.ts'
import type { Output } from '../export/output-file.ts'
import { appVersion } from '../places.ts'
import { chosenPack } from './chosen-pack.ts'
import { eachInOrder } from './each-in-order.ts'
import { withEngines } from './engines.ts'
import { EXIT } from './exit-codes.ts'
import { filmsOf, find, inputsOf, type Find } from './find.ts'
import type { TensorsOptions } from './options.ts'
import { discardAll, openOutputs, refuseInputs, refuseSamePlace, STANDARD_OUTPUT } from './outputs.ts'
import { startProgress } from './progress.ts'
import { say, sayFailures } from './speak.ts'
import { tensorsList, type FailedFrame, type Frame, type Row } from './tensors-list.ts'

type Outcome = (Frame & TensorOutput) | FailedFrame

export async function writeTensors(
  paths: readonly string[],
  options: TensorsOptions,
  signal: AbortSignal,
): Promise<number> {
  const { out, masks } = options
  const asked = { array: out, list: `${out}.json`, masks }
  refuseStandardOutput([out, masks])
  refuseSamePlace(asked)
  const pack = await chosenPack(options.model)
  const view = viewOf(pack.card, options)
  const finds = await find(paths, { ...options, signal })
  await refuseInputs(asked, inputsOf(paths, finds))
  const outputs = await openOutputs(asked)
  try {
    const arrays = { tensors: outputs.get('array')!, masks: outputs.get('masks') }
    const needs = { films: filmsOf(finds).length, pack, view: view.view, signal }
    const filling = { arrays, view, skipRefused: options.skipRefused === true }
    const written = await withEngines(needs, ({ engines }) => fillArrays(finds, engines, filling))
    await outputs.get('list')!.write(tensorsList(written, { app: appVersion(), card: pack.card, view }))
    for (const output of outputs.values()) await output.commit()
    sayFailures(written.failures.map(({ code, message }) => `${code}: ${message}`))
    const leftOut = options.skipRefused === true ? `, ${written.refused.length} refused` : ''
    say(`${written.films.length} tensors${leftOut}, ${written.failures.length} failed.`)
    return written.failures.length === 0 ? EXIT.done : EXIT.someFailed
  } finally {
    await discardAll(outputs.values())
  }
}

function refuseStandardOutput(paths: readonly (string | undefined)[]): void {
  if (!paths.includes(STANDARD_OUTPUT)) return
  throw new HilumError('USAGE', 'Tensors go to a file, since a list of their films goes beside it; name one.')
}

/** The model's own, but for what the options say: so tensors can be made for a model that is still to be trained. */
function viewOf({ input }: Card, { view, margin, size, fit, masked }: TensorsOptions): Card['input'] {
  return {
    width: size ?? input.width,
    height: size ?? input.height,
    view: view ?? input.view,
    margin: margin ?? input.margin,
    fit: fit ?? input.fit,
    masked: masked ?? input.masked,
  }
}

interface Filling {
  readonly arrays: { readonly tensors: Output; readonly masks: Output | undefined }
  readonly view: Card['input']
  readonly skipRefused: boolean
}

interface Written {
  readonly films: Row[]
  /** Left out of the arrays. */
  readonly refused: Row[]
  readonly failures: FailedFrame[]
}

/** The values one after the other; how many there are is known at the end, and put into the header then. */
async function fillArrays(
  finds: readonly Find[],
  engines: readonly Engine[],
  { arrays: { tensors, masks }, view, skipRefused }: Filling,
): Promise<Written> {
  const written: Written = { films: [], refused: [], failures: [] }
  const shape = () => [written.films.length, 1, view.height, view.width]
  const progress = startProgress('Making tensors', finds.length)
  const append = async ({ data, mask, ...row }: Frame & TensorOutput) => {
    if (skipRefused && row.reasons.length > 0) return void written.refused.push(row)
    await tensors.write(npyValues(data))
    await masks?.write(mask)
    written.films.push(row)
  }
  const handOn = async (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if ('code' in outcome) written.failures.push(outcome)
      else await append(outcome)
    }
    progress.advance()
    return 'more' as const
  }
  try {
    await tensors.write(npyHeader(shape()))
    await masks?.write(npyHeader(shape(), '|u1'))
    await eachInOrder(finds, engines, (found, engine) => framesOf(found, engine, view), handOn)
    await tensors.writeAtStart(npyHeader(shape()))
    await masks?.writeAtStart(npyHeader(shape(), '|u1'))
  } finally {
    progress.end()
  }
  return written
}

async function framesOf(found: Find, engine: Engine, view: Card['input']): Promise<Outcome[]> {
  if (found.kind === 'problem') {
    const { path, code, message } = found.problem
    return [{ file: path, frame: 0, code, message }]
  }
  const { path, name } = found.film
  const outcomes: Outcome[] = []
  let frames = 1
  for (let frame = 0; frame < frames; frame++) {
    try {
      const made = await engine.call('tensor', { path, frame, view }, name)
      outcomes.push({ file: path, frame, ...made })
      frames = made.film.frames
    } catch (error) {
      const { code, message }: Failure = toFailure(error)
      outcomes.push({ file: path, frame, code, message })
    }
  }
  return outcomes
}
