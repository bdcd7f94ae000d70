// `npm run bench -- decode [FOLDER] [--rounds N] [--json]`: milliseconds a film from disk to stored values, beside the
// Python decoders, which do the same work on the same films, and milliseconds to a film that can be shown and scored,
// with its hash, its grey plane and its window. Both sides take turns, so that a noisy moment falls on both. Without
// FOLDER the films are made by ../shared/bench/make_folders.py; Pillow, pydicom and gdcm are needed either way.

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'

import { createFileMemory } from '../../src/main/engine/file-memory.ts'
import { decode } from '../../src/main/pipeline/decode.ts'
import type { DecodedFilm } from '../../src/main/pipeline/film.ts'
import { HilumError } from '../../src/shared/errors.ts'
import { normalise } from '../../src/main/pipeline/normalise.ts'
import { read } from '../../src/main/pipeline/read.ts'
import { findFilms } from '../../src/main/pipeline/read/find-films.ts'

const run = promisify(execFile)
const PYTHON = '/usr/bin/python3'
const PEER = fileURLToPath(new URL('../../../shared/bench/', import.meta.url))
/** Of each kind; the peer is told the same. */
const FILMS_OF_A_KIND = 12
/** In each turn, after one that is not counted; the peer is told the same. */
const REPEATS = 2

/** Of the turns; a turn's figure is the median over the films of each one's best. */
interface Spread {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

interface Row {
  readonly kind: string
  readonly films: number
  readonly megabytes: number
  /** Milliseconds to stored values. */
  readonly ours: Spread
  readonly peer: Spread | null
  /** Milliseconds to a film with hash and window. */
  readonly whole: Spread
}

interface Times {
  readonly decoded: number
  readonly whole: number
}

type FilmsByKind = ReadonlyMap<string, readonly { readonly path: string; readonly bytes: number }[]>

export async function runDecodeBenchmark(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
  })
  const [given] = positionals
  const folder = given ?? (await makeFilms())
  try {
    const rows = await measure(folder, Number(values.rounds))
    if (values.json) console.log(JSON.stringify(rows))
    else print(rows)
  } finally {
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function makeFilms(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-bench-'))
  await run(PYTHON, [join(PEER, 'make_folders.py'), '--out', folder, '--scale', '0.03'])
  return folder
}

async function measure(folder: string, rounds: number): Promise<Row[]> {
  const films = await filmsByKind(folder)
  const turns: { ours: Map<string, Times>; peer: Map<string, number> }[] = []
  for (let round = 0; round < rounds; round++) {
    turns.push({ peer: await peerTurn(folder), ours: await ourTurn(films) })
  }
  return [...films].map(([kind, list]) => {
    const ours = turns.flatMap((turn) => turn.ours.get(kind) ?? [])
    const peer = turns.flatMap((turn) => turn.peer.get(kind) ?? [])
    return {
      kind,
      films: list.length,
      megabytes: list.reduce((sum, { bytes }) => sum + bytes, 0) / list.length / 1e6,
      ours: spread(ours.map(({ decoded }) => decoded)),
      peer: peer.length === 0 ? null : spread(peer),
      whole: spread(ours.map(({ whole }) => whole)),
    }
  })
}

async function filmsByKind(folder: string): Promise<FilmsByKind> {
  const films = new Map<string, { path: string; bytes: number }[]>()
  for (const { path } of (await findFilms([folder], { recursive: true })).films) {
    const found = await kindOf(path)
    if (found === null) continue
    const list = films.get(found.kind) ?? []
    films.set(found.kind, list)
    if (list.length < FILMS_OF_A_KIND) list.push({ path, bytes: found.bytes })
  }
  return films
}

async function ourTurn(films: FilmsByKind): Promise<Map<string, Times>> {
  const times = new Map<string, Times>()
  for (const [kind, list] of films) times.set(kind, await timesOfKind(list.map(({ path }) => path)))
  return times
}

/** Kind after kind, as a list of films is of one device; the first pass is not counted. */
async function timesOfKind(paths: readonly string[]): Promise<Times> {
  for (const path of paths) await timesOf(path)
  const best = paths.map((): Times => ({ decoded: Infinity, whole: Infinity }))
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const [i, path] of paths.entries()) {
      const { decoded, whole } = await timesOf(path)
      const before = best[i]!
      best[i] = { decoded: Math.min(decoded, before.decoded), whole: Math.min(whole, before.whole) }
    }
  }
  return {
    decoded: median(best.map(({ decoded }) => decoded)),
    whole: median(best.map(({ whole }) => whole)),
  }
}

/** Null where there is no picture. */
async function kindOf(path: string): Promise<{ kind: string; bytes: number } | null> {
  const file = await read(path)
  try {
    return { kind: kindName(await decode(file)), bytes: file.bytes.length }
  } catch (error) {
    if (error instanceof HilumError) return null
    throw error
  }
}

/** As the engine's process has it, and as Python's allocator does: a list of films is read into the same memory. */
const memory = createFileMemory()

async function timesOf(path: string): Promise<Times> {
  const taken: Buffer[] = []
  const take = (size: number): Buffer => {
    const bytes = memory.take(size)
    taken.push(bytes)
    return bytes
  }
  const start = performance.now()
  const file = await read(path, { allocate: take })
  const film = await decode(file)
  const decoded = performance.now() - start
  const { sha256 } = normalise(film).file
  if (sha256.length !== 64) throw new Error(`${path} has no hash`)
  const whole = performance.now() - start
  for (const bytes of taken) memory.giveBack(bytes)
  return { decoded, whole }
}

async function peerTurn(folder: string): Promise<Map<string, number>> {
  const options = ['--json', '--repeat', `${REPEATS}`, '--limit', `${FILMS_OF_A_KIND}`]
  const { stdout } = await run(PYTHON, [join(PEER, 'peer_decode.py'), folder, ...options])
  const { kinds } = JSON.parse(stdout) as { kinds: { kind: string; full_ms?: number }[] }
  return new Map(
    kinds.flatMap(({ kind, full_ms: milliseconds }) =>
      milliseconds === undefined ? [] : [[kind, milliseconds] as const],
    ),
  )
}

function spread(values: readonly number[]): Spread {
  return { median: median(values), lowest: Math.min(...values), highest: Math.max(...values) }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The peer's names of transfer syntaxes. */
const SYNTAXES: Readonly<Record<string, string>> = {
  '1.2.840.10008.1.2': 'implicit',
  '1.2.840.10008.1.2.1': 'raw',
  '1.2.840.10008.1.2.2': 'big-endian',
  '1.2.840.10008.1.2.1.99': 'deflated',
  '1.2.840.10008.1.2.4.50': 'jpeg',
  '1.2.840.10008.1.2.4.51': 'jpeg 12-bit',
  '1.2.840.10008.1.2.4.57': 'jpeg lossless',
  '1.2.840.10008.1.2.4.70': 'jpeg lossless sv1',
  '1.2.840.10008.1.2.4.80': 'jpeg-ls',
  '1.2.840.10008.1.2.4.81': 'jpeg-ls near',
  '1.2.840.10008.1.2.4.90': 'jpeg 2000 lossless',
  '1.2.840.10008.1.2.4.91': 'jpeg 2000',
  '1.2.840.10008.1.2.5': 'rle',
}

function kindName({ kind, transferSyntax, samplesPerPixel, bitsStored }: DecodedFilm): string {
  if (transferSyntax !== null) return `dicom ${SYNTAXES[transferSyntax] ?? transferSyntax}`
  return `${kind} ${samplesPerPixel === 3 ? 'RGB' : bitsStored === 16 ? 'grey16' : 'grey'}`
}

function print(rows: readonly Row[]): void {
  console.log(
    'kind                      films  MB each              ms (lowest–highest)     MB/s              peer, ms       peer/ours  to a film, ms',
  )
  for (const { kind, films, megabytes, ours, whole, peer } of rows) {
    const columns = [
      kind.padEnd(26),
      `${films}`.padStart(5),
      megabytes.toFixed(3).padStart(9),
      text(ours).padStart(33),
      ((megabytes / ours.median) * 1e3).toFixed(1).padStart(9),
      (peer ? text(peer) : '–').padStart(26),
      (peer ? (peer.median / ours.median).toFixed(2) : '–').padStart(12),
      whole.median.toFixed(2).padStart(15),
    ]
    console.log(columns.join(''))
  }
}

function text({ median: middle, lowest, highest }: Spread): string {
  return `${middle.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)})`
}
