// What the WASM builds of CharLS, OpenJPEG and OpenJPH have in common: copy in, decode, copy out, delete.

import { HilumError } from '../../../../shared/errors.ts'
import type { CodedFrame } from './codec.ts'

export interface WasmDecoder {
  getEncodedBuffer(length: number): Uint8Array
  decode(): void
  getFrameInfo(): {
    readonly width: number
    readonly height: number
    readonly bitsPerSample: number
    readonly componentCount: number
    readonly isSigned?: boolean
  }
  getDecodedBuffer(): Uint8Array
  /** JPEG-LS only: 0 planes, 1 lines, 2 samples. */
  getInterleaveMode?(): number
  delete(): void
}

/** What a package gives: its decoder, and where it can, what its exceptions say. */
interface Library {
  readonly Decoder: new () => WasmDecoder
  readonly explain?: (exception: number) => string
}

export interface WasmCodec {
  /** Loads the package on its first use and after it broke down. */
  library(): Promise<Library>
  /** What the package printed of its trouble. */
  readonly complaints: string[]
  discard(): void
}

export function wasmCodec(load: (options: object) => Promise<Library>): WasmCodec {
  let loading: Promise<Library> | null = null
  const complaints: string[] = []
  // OpenJPEG tells its progress too, as [INFO] and [WARNING].
  const note = (line: string): void => {
    const trouble = line.replace('[ERROR]', '').trim()
    if (complaints.length < 8 && trouble !== '' && !/^\[(INFO|WARNING)\]/.test(trouble))
      complaints.push(trouble)
  }
  return {
    complaints,
    library() {
      loading ??= load({ print: note, printErr: note })
      return loading
    },
    discard() {
      loading = null
    },
  }
}

/** `keepPart`: of a codestream that is known to end early, what the decoder had before it gave up. */
export async function decodeByWasm(
  codec: WasmCodec,
  codestream: Buffer,
  { keepPart = false } = {},
): Promise<CodedFrame> {
  codec.complaints.length = 0
  const library = await codec.library()
  const decoder = new library.Decoder()
  try {
    decoder.getEncodedBuffer(codestream.length).set(codestream)
    const frame = keepPart ? decodePart(decoder, codec) : decodeWhole(decoder, codec)
    decoder.delete()
    return frame
  } catch (cause) {
    // Emscripten throws C++ exceptions as bare numbers, and has tidied up behind them. After a trap the instance's
    // memory is in no known state: the next frame gets a fresh one.
    if (typeof cause === 'number' || cause instanceof HilumError) decoder.delete()
    else codec.discard()
    if (cause instanceof HilumError) throw cause
    const why = reason(library, codec, cause)
    throw new HilumError('DECODE_DAMAGED', `its compressed picture is damaged (${why})`, { cause })
  }
}

function decodeWhole(decoder: WasmDecoder, { complaints }: WasmCodec): CodedFrame {
  decoder.decode()
  return copyOut(decoder, complaints)
}

function decodePart(decoder: WasmDecoder, codec: WasmCodec): CodedFrame {
  try {
    return decodeWhole(decoder, codec)
  } catch (cause) {
    // By a number the decoder says that it came to no end.
    if (typeof cause !== 'number') throw cause
    return halfAtLeast(copyOut(decoder, codec.complaints))
  }
}

/** What was not reached is 0, which for a pixel of several samples may be one of them. */
function halfAtLeast(frame: CodedFrame): CodedFrame {
  const { samples, samplesPerPixel } = frame
  let there = samples.length
  while (there > 0 && samples[there - 1] === 0) there--
  if (samplesPerPixel > 1 || there < samples.length / 2)
    throw new HilumError('DECODE_TRUNCATED', 'its codestream ends before half of its picture')
  return { ...frame, incomplete: true }
}

function copyOut(decoder: WasmDecoder, complaints: readonly string[]): CodedFrame {
  const { width, height, bitsPerSample, componentCount, isSigned } = decoder.getFrameInfo()
  const decoded = decoder.getDecodedBuffer()
  const count = width * height * componentCount
  // OpenJPEG gives up without an exception.
  if (count === 0)
    throw new HilumError(
      'DECODE_DAMAGED',
      `its compressed picture is damaged (${complaints[0] ?? 'no reason given'})`,
    )
  const wide = bitsPerSample > 8
  if (bitsPerSample > 16)
    throw new HilumError('DECODE_UNSUPPORTED', `its codestream has ${bitsPerSample} bits a sample`)
  if (decoded.byteLength < count * (wide ? 2 : 1))
    throw new HilumError('DECODE_TRUNCATED', 'its codestream ends early')
  // The view is of the codec's own memory, which the next frame overwrites.
  const samples = wide
    ? new Uint16Array(decoded.buffer.slice(decoded.byteOffset, decoded.byteOffset + 2 * count))
    : decoded.slice(0, count)
  return {
    rows: height,
    columns: width,
    samplesPerPixel: componentCount,
    precision: bitsPerSample,
    samplesSigned: isSigned === true,
    samples:
      decoder.getInterleaveMode?.() === 0 && componentCount > 1
        ? interleaved(samples, componentCount)
        : samples,
    colours: null,
    incomplete: false,
  }
}

function interleaved(planes: Uint8Array | Uint16Array, components: number): Uint8Array | Uint16Array {
  const samples = planes.slice()
  const pixels = planes.length / components
  for (let i = 0; i < planes.length; i++)
    samples[(i % pixels) * components + Math.floor(i / pixels)] = planes[i] ?? 0
  return samples
}

// A number says something only where the package explains it.
function reason(library: Library, codec: WasmCodec, cause: unknown): string {
  if (typeof cause === 'number' && library.explain) return library.explain(cause)
  const [printed] = codec.complaints
  return printed ?? (cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'no reason given')
}
