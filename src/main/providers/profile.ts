// ONNX Runtime's profile: which provider ran which node, and for how long.

import * as z from 'zod'
import type { Provider } from '../../shared/provider.ts'

const eventSchema = z.object({
  cat: z.string(),
  name: z.string(),
  /** Microseconds. */
  ts: z.number(),
  dur: z.number(),
  args: z.object({ provider: z.string().optional(), op_name: z.string().optional() }),
})
type Event = z.infer<typeof eventSchema>

export interface ProfileShare {
  /** Of the time that the nodes took, 0 to 1. */
  readonly share: number
  /** The operators that another provider ran, the longest node first. */
  readonly strays: readonly string[]
}

const NAMES: Readonly<Record<Provider, string>> = {
  cuda: 'CUDAExecutionProvider',
  directml: 'DmlExecutionProvider',
  coreml: 'CoreMLExecutionProvider',
  webgpu: 'WebGpuExecutionProvider',
  cpu: 'CPUExecutionProvider',
}

/**
 * The share of the work that a provider did, by time: CoreML and DirectML make one node of many, so that a count would
 * say little. The first run is left out, since in it shaders are compiled and memory is found, which would hide what
 * the CPU did meanwhile.
 */
export function profileShare(profile: string, provider: Provider): ProfileShare {
  const events = z.array(eventSchema).parse(JSON.parse(profile))
  const first = events.find(({ cat, name }) => cat === 'Session' && name === 'model_run')
  const from = first === undefined ? 0 : first.ts + first.dur
  const nodes = events.filter(
    ({ cat, name, ts }) => cat === 'Node' && name.endsWith('_kernel_time') && ts >= from,
  )
  const others = nodes.filter(({ args }) => args.provider !== NAMES[provider])
  const all = time(nodes)
  return {
    share: all === 0 ? 0 : 1 - time(others) / all,
    strays: [...new Set(longestFirst(others).flatMap(({ args }) => args.op_name ?? []))],
  }
}

function longestFirst(events: readonly Event[]): Event[] {
  return events.toSorted((a, b) => b.dur - a.dur)
}

function time(events: readonly Event[]): number {
  return events.reduce((sum, { dur }) => sum + dur, 0)
}
