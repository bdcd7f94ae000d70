// The only file that knows ONNX Runtime. It is loaded late, since its native library can fail to load on some
// machines and that must become a sentence and not a process that dies on import.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { InferenceSession as OrtSession } from 'onnxruntime-node'
import { HilumError } from '../../shared/errors.ts'
import type { Provider } from '../../shared/provider.ts'

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
  /** Writes the profile, where one was asked for. */
  endProfile(): void
  release(): Promise<void>
}

export interface SessionNeeds {
  /** Of one run. */
  readonly threads: number
  readonly provider: Provider
  /** The beginning of the file that tells which provider ran which node; left out, none is written. */
  readonly profile?: string
}

/** `name` is what the errors call the model. */
export async function createSession(model: Uint8Array, name: string, needs: SessionNeeds): Promise<Session> {
  const { provider } = needs
  const ort = loadRuntime()
  // TensorFloat-32 has ten bits of mantissa, too few to repeat the CPU's figures; NVIDIA's libraries read this
  // when they are loaded, and the runtime for Node has no option for it.
  if (provider === 'cuda') process.env['NVIDIA_TF32_OVERRIDE'] = '0'
  const session = await ort.InferenceSession.create(model, sessionOptions(needs)).catch((cause: unknown) => {
    throw provider === 'cpu' ? modelDamaged(name, cause) : providerFailed(name, provider, cause)
  })
  return {
    provider,
    inputs: session.inputMetadata.map(tensorInfo),
    outputs: session.outputMetadata.map(tensorInfo),
    run: (input, data, dims) => runSession(session, name, new ort.Tensor('float32', data, dims), input),
    endProfile: () => session.endProfiling(),
    release: () => session.release(),
  }
}

/** What ONNX Runtime is asked for. */
export function sessionOptions({ threads, provider, profile }: SessionNeeds): OrtSession.SessionOptions {
  return {
    // One provider alone: with several, the runtime falls back without a word.
    executionProviders: [RUNTIME_PROVIDERS[provider]],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    // DirectML has no memory patterns (onnxruntime.ai, DirectML execution provider).
    enableMemPattern: provider !== 'directml',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Every run has one film. CoreML and DirectML plan for fixed shapes better; names that a graph lacks are passed over.
    freeDimensionOverrides: ONE_FILM,
    logSeverityLevel: 3,
    // An idle thread pool that spins takes a core from the decoder.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    ...(profile === undefined ? {} : { enableProfiling: true, profileFilePrefix: profile }),
  }
}

/** What the dimension of the films is called, in our graphs and as common exporters have it. */
const ONE_FILM = { films: 1, N: 1, batch: 1, batch_size: 1 } as const

/** coreMlFlags 0x010 asks for an ML Program; the older format knows fewer operators. */
const RUNTIME_PROVIDERS: Readonly<Record<Provider, OrtSession.ExecutionProviderConfig & { name: string }>> = {
  cuda: { name: 'cuda', deviceId: 0 },
  directml: { name: 'dml', deviceId: 0 },
  coreml: { name: 'coreml', coreMlFlags: 0x010 },
  webgpu: { name: 'webgpu' },
  cpu: { name: 'cpu' },
}

/** Whether this build of the runtime knows a provider; of an unknown one it would drop the name and use the CPU. */
export async function isBuiltIn(provider: Provider): Promise<boolean> {
  const { listSupportedBackends } = loadRuntime()
  return listSupportedBackends().some(({ name }) => name === RUNTIME_PROVIDERS[provider].name)
}

const requireHere = createRequire(import.meta.url)

const manifest = () => requireHere.resolve('onnxruntime-node/package.json')

/** Read from its manifest, so that the library need not be loaded for it. */
export function runtimeVersion(): string {
  const { version } = JSON.parse(readFileSync(manifest(), 'utf8')) as { version: string }
  return version
}

/** Where the package keeps its native libraries for this platform. */
export function runtimeLibraries(): string {
  return join(dirname(manifest()), 'bin', 'napi-v6', process.platform, process.arch)
}

/** The package's own script that fetches the libraries it does not bring. */
export function runtimeInstallScript(): string {
  return join(dirname(manifest()), 'script', 'install.js')
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

/** Required, since what is imported is parsed for its exports before it is run. */
function loadRuntime() {
  try {
    return requireHere('onnxruntime-node') as typeof import('onnxruntime-node')
  } catch (cause) {
    throw new HilumError(
      'INFER_FAILED',
      `ONNX Runtime could not be loaded on this machine (${reason(cause)}). Install Hilum again; films can be viewed without it.`,
      { cause },
    )
  }
}

function modelDamaged(name: string, cause: unknown): HilumError {
  return new HilumError(
    'PACK_MODEL_DAMAGED',
    `ONNX Runtime can’t load the model “${name}” (${reason(cause)}). Install the model again.`,
    { cause },
  )
}

function providerFailed(name: string, provider: Provider, cause: unknown): HilumError {
  return new HilumError(
    'PROVIDER_FAILED',
    `The model “${name}” can’t be loaded on “${provider}” (${reason(cause)}).`,
    { cause },
  )
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

/** The runtime's first line, without the place in its sources and the condition that was not met. */
function reason(cause: unknown): string {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)
  return line
    .replace(/^.* was false\. /, '')
    .replace(/[.\s]+$/, '')
    .trim()
}
