import { basename } from 'node:path'
import {
  EXPLANATION_METHODS,
  type Analysis,
  type HeatMap,
  type MapMethod,
  type ScoredAnalysis,
  type Warning,
} from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import { fullScaleOf } from '../../shared/full-scale.ts'
import { HilumError } from '../../shared/errors.ts'
import { pixelAspect } from '../../shared/measuring/pixel-shape.ts'
import { mapOf, methodsOf } from '../../shared/heat-maps.ts'
import type { Engine } from '../engine/client.ts'
import { heatMapPicture } from '../export/heat-map-picture.ts'
import type { FrameSource } from '../pipeline/analyse.ts'
import { places } from '../places.ts'
import { chosenPack } from './chosen-pack.ts'
import { withEngines } from './engines.ts'
import { EXIT } from './exit-codes.ts'
import type { ExplainOptions } from './options.ts'
import { openOutput, refuseInputs } from './outputs.ts'
import { say } from './speak.ts'

const LONG_SIDE = 1024

export async function explainFilm(
  path: string,
  options: ExplainOptions,
  signal: AbortSignal,
): Promise<number> {
  const pack = await chosenPack(options.model)
  refuseUnknownLabel(options.label, pack.card)
  refuseUnknownMethod(options.method, pack.card)
  await refuseInputs({ picture: options.out }, [path])
  const output = await openOutput(options.out)
  try {
    const drawn = await withEngines({ films: 1, pack, provider: options.provider, signal }, ({ engines }) =>
      draw(path, options, engines[0]!),
    )
    if ('code' in drawn) {
      say(`${drawn.code}: ${drawn.message}`)
      return EXIT.someFailed
    }
    await output.write(drawn.png)
    await output.commit()
    return EXIT.done
  } finally {
    await output.discard()
  }
}

function refuseUnknownLabel(label: string, { id, labels }: Card): void {
  if (labels.some((known) => known.id === label)) return
  const known = labels.map((each) => each.id).join(', ')
  throw new HilumError('EXPLAIN_NO_SUCH_LABEL', `The model “${id}” has no label “${label}”; it has ${known}.`)
}

/** Before a film is scored for it. */
function refuseUnknownMethod(method: MapMethod | undefined, card: Card): void {
  if (method === undefined || method === 'occlusion' || fullScaleOf(card, method) !== undefined) return
  const known = EXPLANATION_METHODS.filter((each) => fullScaleOf(card, each) !== undefined)
  throw new HilumError(
    'EXPLAIN_NO_MAP',
    `The card of the model “${card.id}” gives “${method}” no full scale, so its maps could not be compared; methods ` +
      `that have one: ${[...known, 'occlusion'].join(', ')}.`,
  )
}

type Drawn = { readonly png: Uint8Array } | { readonly code: string; readonly message: string }

/** The picture, or why this film can have none. */
async function draw(
  path: string,
  { label, method, grid = false, frame }: ExplainOptions,
  engine: Engine,
): Promise<Drawn> {
  const name = basename(path)
  try {
    const analysis = await engine.call('analyse', { path, frame }, name)
    if (analysis.status === 'refused') return refusal(analysis, name)
    sayWarnings(analysis.warnings, name)
    const finding = analysis.findings.find((each) => each.label === label)
    const maps = method === 'occlusion' ? await occluded({ path, frame }, name, engine) : analysis.maps
    const heat = mapOf(maps, label, method)
    if (finding === undefined || heat === undefined)
      return { code: 'EXPLAIN_NO_MAP', message: noMap(analysis, method) }
    const { facts, ...picture } = await engine.call('picture', { path, frame, longSide: LONG_SIDE }, name)
    const input = {
      name,
      picture,
      pixelAspect: pixelAspect(facts),
      heat,
      grid,
      finding,
      model: analysis.model,
    }
    return { png: await heatMapPicture(input, places.assets) }
  } catch (error) {
    if (error instanceof HilumError) return error
    throw error
  }
}

async function occluded(source: FrameSource, name: string, engine: Engine): Promise<readonly HeatMap[]> {
  const { maps, warnings } = await engine.call('occlude', source, name)
  sayWarnings(warnings, name)
  return maps
}

function sayWarnings(warnings: readonly Warning[], name: string): void {
  for (const { code, message } of warnings) say(`${code}: ${name}: ${message}`)
}

function refusal({ reasons }: Analysis & { status: 'refused' }, name: string): Drawn {
  const why = reasons.map((reason) => reason.message).join(' ')
  return {
    code: reasons[0]?.code ?? '',
    message: `${name} has no score, so there is nothing to explain. ${why}`,
  }
}

function noMap({ model, maps }: ScoredAnalysis, method: MapMethod | undefined): string {
  const others = methodsOf(maps)
  return method === undefined || others.length === 0
    ? `The model “${model.id}” gives no heat maps; ask for --method occlusion, or choose another with --model.`
    : `The model “${model.id}” gives no heat maps by “${method}”; leave --method out, or ask for ${others.join(', ')}.`
}
