// The programs that are timed on the same folder and the same model file.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PYTHON = '/usr/bin/python3'
const NAPI = `bin/napi-v6/${process.platform}/${process.arch}`

export interface Contestant {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** From what a run printed and wrote. */
  readonly countFilms: (printed: string) => Promise<{ films: number; failures: number }>
}

export interface Course {
  readonly folder: string
  /** The folder of model.onnx and card.json. */
  readonly pack: string
  readonly peer: string
  /** Where the tables of scores go. */
  readonly tables: string
}

/** `hilum score` as it ships: with the gate, the heat maps and the table. */
export function hilum(
  name: string,
  cli: string,
  { folder, pack, tables, options = [] }: Course & { readonly options?: readonly string[] },
): Contestant {
  const table = join(tables, `${name}.csv`)
  const model = pack.split(/[\\/]/).at(-1) ?? ''
  return {
    name,
    command: process.execPath,
    args: [cli, 'score', folder, '--model', model, '--provider', 'cpu', '--csv', table, ...options],
    env: { HILUM_MODELS: dirname(pack) },
    countFilms: async () => {
      const [, ...rows] = (await readFile(table, 'utf8')).trim().split(/\r?\n/)
      return { films: rows.length, failures: rows.filter((row) => row.includes(',failed,')).length }
    },
  }
}

/** The peer's settings of which the fastest counts; its README names them. */
const SETTINGS: readonly (readonly string[])[] = [[], ['--batch', '1'], ['--batch', '4'], ['--threads', '2']]

export function peers(course: Course): Contestant[] {
  return SETTINGS.map((setting) => peerWith(setting, course))
}

/** The peer as few would write it: of JPEG 2000 it reads as few resolution levels as the model's input needs. */
export function reducedPeer(course: Course): Contestant {
  return peerWith(['--j2k-reduce'], course)
}

function peerWith(setting: readonly string[], { folder, pack, peer, tables }: Course): Contestant {
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'))
  const given = [folder, '--model', join(pack, 'model.onnx'), '--out', join(tables, 'peer.csv')]
  return {
    name: ['peer', ...setting].join(' '),
    command: PYTHON,
    args: [join(peer, 'peer_score.py'), ...given, ...setting, '--json'],
    env: { ORT_LIB: join(runtime, NAPI, 'libonnxruntime.so.1') },
    countFilms: (printed) => Promise.resolve(JSON.parse(printed) as { films: number; failures: number }),
  }
}
