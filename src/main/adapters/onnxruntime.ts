// The only file that knows ONNX Runtime. It is loaded late, since its native library can fail to load on some
// machines and that must become a sentence and not a process that dies on import.

import type { InferenceSession as OrtSession } from 'onnxruntime-node'
import { HilumError } from '../../shared/errors.ts'

export type Provider = 'cpu'

export interface TensorInfo {
  readonly name: string
  readonly type: string
  /** A name stands for a size that may vary. */
  readonly shape: readonly (number | string)[]
}

export interface OutputTensor {
  readonly dims: readonly number[]
  readonly data: Float32Array
}

export interface Session {
  readonly provider: Provider
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
  run(
    input: string,
    data: Float32Array,
    dims: readonly number[],
  ): Promise<Readonly<Record<string, OutputTensor>>>
  release(): Promise<void>
}

/** `name` is what the errors call the model. Threads are those of one run. */
export async function createSession(model: Uint8Array, name: string, threads: number): Promise<Session> {
  const ort = await loadRuntime()
  const session = await ort.InferenceSession.create(model, {
    // One provider alone: with several, the runtime falls back without a word.
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    // An idle thread pool that spins takes a core from the decoder.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  }).catch((cause: unknown) => {
    throw new HilumError(
      'PACK_MODEL_DAMAGED',
      `ONNX Runtime can't load the model “${name}” (${reason(cause)}). Install the model again.`,
      { cause },
    )
  })
  return {
    provider: 'cpu',
    inputs: session.inputMetadata.map(tensorInfo),
    outputs: session.outputMetadata.map(tensorInfo),
    run: (input, data, dims) => runSession(session, name, new ort.Tensor('float32', data, dims), input),
    release: () => session.release(),
  }
}

async function runSession(
  session: OrtSession,
  name: string,
  tensor: OrtSession.OnnxValueMapType[string],
  input: string,
): Promise<Record<string, OutputTensor>> {
  try {
    const results = await session.run({ [input]: tensor })
    return Object.fromEntries(
      Object.entries(results).map(([output, { dims, data }]) => [output, { dims, data: asFloats(data) }]),
    )
  } catch (cause) {
    throw new HilumError('INFER_FAILED', `The model “${name}” could not be run (${reason(cause)}).`, {
      cause,
    })
  }
}

async function loadRuntime() {
  try {
    return await import('onnxruntime-node')
  } catch (cause) {
    throw new HilumError(
      'INFER_FAILED',
      `ONNX Runtime could not be loaded on this machine (${reason(cause)}). Install Hilum again; films can be viewed without it.`,
      { cause },
    )
  }
}

function tensorInfo(meta: OrtSession.ValueMetadata): TensorInfo {
  return meta.isTensor
    ? { name: meta.name, type: meta.type, shape: meta.shape }
    : { name: meta.name, type: 'not a tensor', shape: [] }
}

function asFloats(data: unknown): Float32Array {
  if (data instanceof Float32Array) return data
  throw new TypeError('an output is not float32')
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message.split('\n', 1)[0]!.trim() : String(cause)
}
