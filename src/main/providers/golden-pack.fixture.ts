// A pack whose golden films are the formula's, which are made in no time, with the figures of this machine's CPU.

import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { goldenInputs } from '../packs/golden-inputs.ts'
import { loadModel } from '../packs/load-model.ts'
import { readPack, type Pack } from '../packs/pack.ts'

const tiny = fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url))

export const GOLDEN_FILMS = 4

export async function goldenPack(folder: string, count = GOLDEN_FILMS): Promise<Pack> {
  cpSync(tiny, folder, { recursive: true })
  const pack = await readPack(folder)
  const { width, height } = pack.card.input
  const { session } = await loadModel(pack, { threads: 1, provider: 'cpu' })
  const golden = { filmsSha256: undefined, tolerance: 1e-4, every: 1 }
  const films = Array.from({ length: count }, (_, k) => ({ k, outputs: {} }))
  const written: object[] = []
  for (const [k, input] of goldenInputs({ ...golden, films }, width, height).entries()) {
    const outputs = await session.run('image', input, [1, 1, height, width])
    const film: Record<string, unknown> = { sample: `formula-${k}`, k }
    for (const [name, { data }] of Object.entries(outputs)) film[name] = [...data]
    written.push(film)
  }
  await session.release()
  const json = {
    schema: 'hilum/golden@1',
    formula: 'as in golden-inputs.ts',
    tolerance: 1e-4,
    films: written,
  }
  writeFileSync(join(folder, 'golden.json'), JSON.stringify(json))
  return pack
}
