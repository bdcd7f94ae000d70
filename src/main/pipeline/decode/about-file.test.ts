import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboutFile } from './about-file.ts'

function countingFile(length: number) {
  let asked = 0
  const file = {
    path: '/films/film.dcm',
    name: 'film.dcm',
    bytes: Buffer.alloc(length),
    get sha256() {
      asked++
      return 'ab'
    },
  }
  return { file, asked: () => asked }
}

test('the hash of a film is reckoned when somebody wants it', () => {
  const { file, asked } = countingFile(10)
  const about = aboutFile(file, new Uint8Array(8))
  assert.equal(asked(), 0)
  assert.deepEqual({ ...about }, { name: 'film.dcm', byteLength: 10, sha256: 'ab' })
})

test('a film does not keep a file in memory that is much larger than itself', () => {
  const { file, asked } = countingFile(100)
  const about = aboutFile(file, new Uint8Array(8))
  assert.equal(asked(), 1)
  assert.equal(about.sha256, 'ab')
  assert.equal(asked(), 1)
})
