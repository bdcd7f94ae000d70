import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PART_BYTES } from '../near-part.ts'
import { openInParts } from './opened-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'hilum-opened-'))
after(() => rm(folder, { recursive: true }))

const content = Buffer.from(Uint8Array.from({ length: 3 * PART_BYTES + 5 }, (_, i) => i * 31 + (i >> 9)))
const path = join(folder, 'film.dcm')
await writeFile(path, content)

// what a disk is, how soon it must give a part, what is filled in turn
const disks = [
  ['near', Infinity, [PART_BYTES, PART_BYTES, PART_BYTES, 5, 0]],
  // The rest in one request, as no time is saved by looking at it meanwhile.
  ['slow', 0, [PART_BYTES, PART_BYTES, PART_BYTES + 5, 0]],
] as const

for (const [disk, soon, expected] of disks) {
  test(`of a disk that is ${disk} the file comes in ${expected.length - 1} parts`, async () => {
    const bytes = Buffer.alloc(content.length)
    const file = openInParts(path, soon)
    const filled: number[] = []
    let there = 0
    while (filled.at(-1) !== 0) {
      filled.push(await file.fill(bytes, there))
      there += filled.at(-1)!
    }
    await file.close()
    assert.deepEqual(filled, expected)
    assert.ok(bytes.equals(content))
  })
}
