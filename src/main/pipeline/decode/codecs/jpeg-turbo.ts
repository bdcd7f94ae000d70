// libjpeg-turbo by its Node binding: baseline and progressive JPEG of 8 bits.

import turbo from '@julusian/jpeg-turbo'

export interface TurboPicture {
  readonly rows: number
  readonly columns: number
  readonly samples: Uint8Array
}

/** Grey straight from the luma of the file. Throws the library's own error on damage of any kind. */
export function decodeJpegGrey(bytes: Buffer): TurboPicture {
  return pictureOf(bytes, turbo.FORMAT_GRAY)
}

export function decodeJpegRgb(bytes: Buffer): TurboPicture {
  return pictureOf(bytes, turbo.FORMAT_RGB)
}

function pictureOf(bytes: Buffer, format: turbo.Format): TurboPicture {
  const { data, width, height } = turbo.decompressSync(bytes, { format })
  return { rows: height, columns: width, samples: data }
}
