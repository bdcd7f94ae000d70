// A folder that electron-builder takes for Electron's runtime, since packing needs to run nothing of it.

import { FuseV1Options, FuseVersion } from '@electron/fuses'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Electron's binary holds its fuses behind this text: a version, a length, and a character for each.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
export const FUSE_ON = '1'.charCodeAt(0)
export const FUSE_OFF = '0'.charCodeAt(0)
const FUSES = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length

export function writeStubElectron(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const header = Buffer.from([Number(FuseVersion.V1), FUSES])
  const fuses = Buffer.alloc(FUSES, FUSE_ON)
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(SENTINEL), header, fuses]), {
    mode: 0o755,
  })
  for (const licence of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, licence), '')
}
