import { crc32, deflateSync } from 'node:zlib'
import type { GreyImage } from './phantom.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GREYSCALE = 0
const FILTER_UP = 2

/** A grey PNG of 16 bits. The values keep 12 bits, as a detector's do, spread over the whole range. */
export function writePng16({ size, values }: GreyImage): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([16, GREYSCALE], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filteredRows(size, values), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each row as its difference from the row above (PNG 9.2, filter 2), which packs films best. */
function filteredRows(size: number, values: Float32Array): Buffer {
  const stride = size * 2
  const rows = Buffer.alloc(size * stride)
  values.forEach((value, i) =>
    rows.writeUInt16BE(Math.round((Math.round(value * 4095) * 65535) / 4095), i * 2),
  )
  const filtered = Buffer.alloc(size * (stride + 1))
  for (let row = 0; row < size; row++) {
    filtered[row * (stride + 1)] = FILTER_UP
    for (let i = 0; i < stride; i++) {
      const above = row === 0 ? 0 : (rows[(row - 1) * stride + i] ?? 0)
      filtered[row * (stride + 1) + 1 + i] = ((rows[row * stride + i] ?? 0) - above) & 0xff
    }
  }
  return filtered
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
