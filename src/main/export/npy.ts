// NumPy's file format, version 1.0: a magic string, the length of a Python dictionary, the dictionary, the values.

/** The header's length, fixed so that it can be written again once the count is known; a multiple of 64 as NumPy wants it. */
export const NPY_HEADER_BYTES = 128

/** Little-endian float32, or bytes. */
export type NpyType = '<f4' | '|u1'

/** The header of an array in C order. */
export function npyHeader(shape: readonly number[], type: NpyType = '<f4'): Buffer {
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`
  const header = Buffer.alloc(NPY_HEADER_BYTES, ' ')
  header.write('\x93NUMPY\x01\x00', 0, 'latin1')
  header.writeUInt16LE(NPY_HEADER_BYTES - 10, 8)
  header.write(dictionary, 10, 'latin1')
  header.write('\n', NPY_HEADER_BYTES - 1, 'latin1')
  return header
}

/** The values as the file holds them. All machines that Hilum runs on are little-endian. */
export function npyValues(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}
