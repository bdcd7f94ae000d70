// `npm run bench -- decode [FOLDER] [--rounds N] [--json]`: milliseconds a film from disk to pixels, beside the Python
// decoders on the same films. Both take turns, so that a noisy moment falls on both. Without FOLDER the films are made
// by ../shared/bench/make_folders.py; Pillow, pydicom and gdcm are needed either way.

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'

import { decode } from '../../src/main/pipeline/decode.ts'
import type { DecodedFilm } from '../../src/main/pipeline/film.ts'
import { read } from '../../src/main/pipeline/read.ts'
import { findFilms } from '../../src/main/pipeline/read/find-films.ts'

const run = promisify(execFile)
const PYTHON = '/usr/bin/python3'
const PEER = fileURLToPath(new URL('../../../shared/bench/', import.meta.url))
/** Of each kind; the peer is told the same. */
const FILMS_OF_A_KIND = 12

interface Row {
  readonly kind: string
  readonly films: number
  readonly megabytes: number
  readonly milliseconds: number
  readonly peerMilliseconds: number | null
}

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
  const best = new Map<string, number>()
  const peer = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    for (const [kind, milliseconds] of await peerRound(folder)) keepBest(peer, kind, milliseconds)
    for (const { path } of [...films.values()].flat()) keepBest(best, path, await timeOf(path))
  }
  return [...films].map(([kind, list]) => ({
    kind,
    films: list.length,
    megabytes: list.reduce((sum, { bytes }) => sum + bytes, 0) / list.length / 1e6,
    milliseconds: median(list.map(({ path }) => best.get(path) ?? Number.NaN)),
    peerMilliseconds: peer.get(kind) ?? null,
  }))
}

async function filmsByKind(folder: string): Promise<Map<string, { path: string; bytes: number }[]>> {
  const films = new Map<string, { path: string; bytes: number }[]>()
  for (const { path } of (await findFilms([folder], { recursive: true })).films) {
    const file = await read(path)
    const kind = kindName(await decode(file))
    const list = films.get(kind) ?? []
    films.set(kind, list)
    if (list.length < FILMS_OF_A_KIND) list.push({ path, bytes: file.bytes.length })
  }
  return films
}

async function timeOf(path: string): Promise<number> {
  const start = performance.now()
  await decode(await read(path))
  return performance.now() - start
}

async function peerRound(folder: string): Promise<[kind: string, milliseconds: number][]> {
  const options = ['--json', '--repeat', '2', '--limit', `${FILMS_OF_A_KIND}`]
  const { stdout } = await run(PYTHON, [join(PEER, 'peer_decode.py'), folder, ...options])
  const { kinds } = JSON.parse(stdout) as { kinds: { kind: string; full_ms?: number }[] }
  return kinds.flatMap(({ kind, full_ms: milliseconds }) =>
    milliseconds === undefined ? [] : [[kind, milliseconds]],
  )
}

function keepBest(best: Map<string, number>, key: string, milliseconds: number): void {
  best.set(key, Math.min(best.get(key) ?? Infinity, milliseconds))
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
  console.log('kind                        films  MB each        ms      MB/s   peer ms   peer/ours')
  for (const { kind, films, megabytes, milliseconds, peerMilliseconds: peer } of rows) {
    const columns = [
      kind.padEnd(27),
      `${films}`.padStart(6),
      megabytes.toFixed(3).padStart(9),
      milliseconds.toFixed(2).padStart(10),
      ((megabytes / milliseconds) * 1e3).toFixed(1).padStart(10),
      (peer?.toFixed(2) ?? '–').padStart(10),
      (peer === null ? '–' : (peer / milliseconds).toFixed(2)).padStart(12),
    ]
    console.log(columns.join(''))
  }
}
