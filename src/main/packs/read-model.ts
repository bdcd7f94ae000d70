// A model's file, read and checked. It needs no card's schema, which takes a process time to make.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Card } from '../../shared/card.ts'
import { HilumError } from '../../shared/errors.ts'
import { externalDataOf } from './external-data.ts'
import type { LungsPack, Pack } from './pack.ts'

/** The model's bytes, once they are seen to be those that the card speaks of, and all that it needs. */
export async function readModel({ folder, card }: Pack | LungsPack): Promise<Uint8Array> {
  const file = join(folder, 'model.onnx')
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new HilumError(
      'PACK_MODEL_MISSING',
      `${file} can’t be read. Install the model “${card.id}” again.`,
      {
        cause,
      },
    )
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== card.sha256) {
    throw new HilumError(
      'PACK_HASH_MISMATCH',
      `${file} is not the file that its card speaks of (its SHA-256 begins with ${sha256.slice(0, 12)}, the card says ` +
        `${card.sha256.slice(0, 12)}): it is damaged or was exchanged. Install the model “${card.id}” again.`,
    )
  }
  refuseOtherFiles(bytes, file, card)
  return bytes
}

function refuseOtherFiles(bytes: Uint8Array, file: string, { id }: Pick<Card, 'id'>): void {
  const external = externalDataOf(bytes)
  if (external === 'none') return
  if (external === 'unreadable') {
    throw new HilumError(
      'PACK_MODEL_DAMAGED',
      `${file} can’t be read as an ONNX model: it is another kind of file, or cut short. Install the model “${id}” again.`,
    )
  }
  throw new HilumError(
    'PACK_EXTERNAL_DATA',
    `${file} keeps weights in other files, which its card can’t vouch for, so it is not used. Export the model ` +
      `“${id}” with all weights in model.onnx (onnx.save with save_as_external_data=False), and install that.`,
  )
}
