// For tests: the tiny pack as a plain classifier, whose graph gives probabilities and nothing else.

import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Card } from '../../shared/card.ts'

const tiny = fileURLToPath(new URL('./fixtures/tiny', import.meta.url))

export async function writePlainPack(folder: string, changes: Partial<Card> = {}): Promise<void> {
  const model = withoutOtherOutputs(await readFile(join(tiny, 'model.onnx')))
  const card = JSON.parse(await readFile(join(tiny, 'card.json'), 'utf8')) as Card
  const plain: Card = {
    ...card,
    id: 'plain',
    name: 'Plain classifier',
    sha256: createHash('sha256').update(model).digest('hex'),
    outputs: ['probabilities'],
    explanation: { method: 'none' },
    ...changes,
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'model.onnx'), model)
  await writeFile(join(folder, 'card.json'), JSON.stringify(plain))
}

// onnx.proto: ModelProto.graph is field 7, GraphProto.output field 12, ValueInfoProto.name field 1.
function withoutOtherOutputs(model: Uint8Array): Uint8Array {
  const fields = fieldsOf(model).map((field) => {
    if (field.number !== 7) return field.whole
    const kept = fieldsOf(field.content).filter(
      ({ number, content }) => number !== 12 || nameOf(content) === 'probabilities',
    )
    const graph = Buffer.concat(kept.map(({ whole }) => whole))
    return Buffer.concat([Uint8Array.of(7 * 8 + 2), varint(graph.length), graph])
  })
  return Buffer.concat(fields)
}

function nameOf(valueInfo: Uint8Array): string {
  const name = fieldsOf(valueInfo).find(({ number }) => number === 1)?.content ?? new Uint8Array()
  return Buffer.from(name).toString('utf8')
}

interface Field {
  readonly number: number
  /** With its tag and length. */
  readonly whole: Uint8Array
  readonly content: Uint8Array
}

/** The fixture stores its fields as varints (0) or with their length (2). */
function fieldsOf(message: Uint8Array): Field[] {
  const fields: Field[] = []
  for (let at = 0; at < message.length;) {
    const start = at
    const read = () => {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = message[at++]!
        value += (byte & 0x7f) * 2 ** shift
        if (byte < 0x80) return value
      }
    }
    const tag = read()
    const value = read()
    const from = at
    if (tag % 8 === 2) at += value
    fields.push({
      number: Math.floor(tag / 8),
      whole: message.subarray(start, at),
      content: message.subarray(from, at),
    })
  }
  return fields
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return Uint8Array.from([...bytes, left])
    bytes.push((left & 0x7f) | 0x80)
  }
}
