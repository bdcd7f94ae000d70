// For tests: the command line as its users meet it, in a process of its own, on films painted for the tiny model.

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { encodePng } from '../adapters/sharp.ts'
import { dicomFile } from '../pipeline/decode/dicom/fixtures/dicom-writer.ts'
import { rleFrame } from '../pipeline/decode/dicom/fixtures/rle-frame.ts'
import { RLE_SYNTAX, small } from '../pipeline/decode/dicom/fixtures/small-film.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const FIXTURE_MODELS = here('../packs/fixtures')

export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly models?: string
  /** A module that is loaded before the command line. */
  readonly before?: string
  /** Told of the process as it starts, to interfere with it. */
  readonly onStart?: (child: ChildProcess) => void | Promise<void>
}

/** A graphics card of the machine that a test runs on would be tried, told of, and might be taken. */
function onCpu(args: readonly string[]): readonly string[] {
  const [command, ...rest] = args
  return command === 'score' || command === 'explain' ? [command, '--provider', 'cpu', ...rest] : args
}

export async function hilum(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { before } = options
  const imported = before === undefined ? [] : [`--import=data:text/javascript,${encodeURIComponent(before)}`]
  const child = spawn(process.execPath, [...imported, here('./main.ts'), ...onCpu(args)], {
    cwd: options.cwd,
    env: { ...process.env, HILUM_MODELS: options.models ?? FIXTURE_MODELS },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text
    })
  }
  const closed = new Promise<Pick<Ran, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
  await options.onStart?.(child)
  return { ...(await closed), ...texts }
}

export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-cli-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** What the tiny model calls them: a bright film Pneumonia, a dark one No finding. A blank one is refused by the gate. */
const PAINTED = { bright: [180, 60], dark: [10, 40], blank: [128, 0] } as const

type Kind = keyof typeof PAINTED

/** A ramp along the rows. `size` below 100 is refused as too small. */
export async function paintFilm(path: string, kind: Kind, size = 120): Promise<string> {
  const samples = painted(kind, size)
  await writeFile(path, await encodePng({ rows: size, columns: size, channels: 1, bits: 8, samples }))
  return path
}

/** A DICOM film of several frames; a damaged one ends before its first row. */
export async function paintFrames(path: string, kinds: readonly (Kind | 'damaged')[]): Promise<string> {
  const size = 120
  const fragments = kinds.map((kind) =>
    rleFrame(kind === 'damaged' ? [Buffer.alloc(2)] : [literalRuns(painted(kind, size))]),
  )
  const window = { WindowCenter: 128, WindowWidth: 256 }
  const elements = small({ Rows: size, Columns: size, NumberOfFrames: kinds.length, ...window })
  await writeFile(path, dicomFile({ syntax: RLE_SYNTAX, elements, fragments }))
  return path
}

function painted(kind: Kind, size: number): Uint8Array {
  const [from, span] = PAINTED[kind]
  return Uint8Array.from(
    { length: size * size },
    (_, i) => from + Math.round((span * (i % size)) / (size - 1)),
  )
}

/** PS3.5 G.3: a byte that says how many follow, less one, and those. */
function literalRuns(samples: Uint8Array): Buffer {
  const runs: Uint8Array[] = []
  for (let at = 0; at < samples.length; at += 128) {
    const run = samples.subarray(at, at + 128)
    runs.push(Uint8Array.of(run.length - 1), run)
  }
  return Buffer.concat(runs)
}
