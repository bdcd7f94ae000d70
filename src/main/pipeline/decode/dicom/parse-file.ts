import { constants, inflateRawSync } from 'node:zlib'
import type { Warning } from '../../../../shared/analysis.ts'
import { HilumError, systemErrorCode } from '../../../../shared/errors.ts'
import type { AllocateBytes, FilmFile } from '../../film.ts'
import type { TurnInPlace } from '../../own-bytes.ts'
import type { DataSet } from './data-set.ts'
import { elementHeader, hasKnownVr, tagAt } from './element-header.ts'
import { firstElementLittleEndian, hasPreamble } from './looks-like-dicom.ts'
import { parseDataSet } from './parse-data-set.ts'
import { TAG } from './tags.ts'
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  transferSyntax,
  type TransferSyntax,
} from './transfer-syntaxes.ts'

// 200 megapixels of 16 bits and all else that a file may say.
const MOST_INFLATED_BYTES = 512 * 1024 * 1024

export interface DicomFile {
  readonly name: string
  readonly dataSet: DataSet
  readonly syntax: TransferSyntax
  /** Whether the file names its syntax, which one without file meta information does not. */
  readonly syntaxStated: boolean
  readonly warnings: readonly Warning[]
  readonly allocate: AllocateBytes
  /** Where the data set's bytes are the decoder's own. */
  readonly turnInPlace?: TurnInPlace | undefined
}

/** PS3.10 chapter 7: preamble, file meta information, data set; the first two may be missing. */
export function parseFile(file: FilmFile): DicomFile {
  const warnings = preambleWarnings(file)
  const meta = readMeta(file.bytes, hasPreamble(file.bytes) ? 132 : 0)
  if (meta.end >= file.bytes.length) {
    throw new HilumError(
      'DECODE_TRUNCATED',
      `${file.name} ends after its file meta information; copy it again.`,
    )
  }
  const syntax = meta.syntaxUid === '' ? guessedSyntax(file, meta.end) : transferSyntax(meta.syntaxUid)
  if (meta.syntaxUid === '') {
    warnings.push({
      code: 'DICOM_NO_META',
      message: `${file.name} names no transfer syntax; it was read as ${syntax.name}.`,
    })
  }
  const bytes = syntax.deflated ? inflated(file, meta.end) : file.bytes
  const start = syntax.deflated ? 0 : meta.end
  const parsed = parseDataSet(file.name, bytes, start, {
    explicit: writesVrs(bytes, start, syntax),
    littleEndian: writtenLittleEndian(bytes, start, syntax),
  })
  return {
    name: file.name,
    dataSet: parsed.dataSet,
    syntax,
    syntaxStated: meta.syntaxUid !== '',
    warnings: [...warnings, ...parsed.warnings],
    allocate: file.allocate ?? ((size) => Buffer.allocUnsafeSlow(size)),
    turnInPlace: syntax.deflated ? undefined : file.turnInPlace,
  }
}

// PS3.10 7.1 lets the preamble hold anything. A program there makes one file both a film and something that runs.
function preambleWarnings({ name, bytes }: FilmFile): Warning[] {
  if (!hasPreamble(bytes)) return []
  const magic = bytes.toString('latin1', 0, 4)
  if (
    !magic.startsWith('MZ') &&
    magic !== '\x7fELF' &&
    !magic.startsWith('#!') &&
    magic !== '\xcf\xfa\xed\xfe'
  )
    return []
  return [
    {
      code: 'DICOM_EXECUTABLE_PREAMBLE',
      message: `${name} starts like a program. The film was read; do not run the file, and tell whoever sent it.`,
    },
  ]
}

/**
 * PS3.10 7.1: group 0002, always explicit little endian. The group's length is believed only where deflated data
 * follow, which could look like more of the group; elsewhere the next group ends it.
 */
function readMeta(bytes: Buffer, start: number): { end: number; syntaxUid: string } {
  let offset = start
  let statedEnd = bytes.length
  let syntaxUid = ''
  while (offset + 8 <= bytes.length && tagAt(bytes, offset, true) >>> 16 === 0x0002) {
    if (offset >= statedEnd && transferSyntax(syntaxUid).deflated) break
    const header = elementHeader(bytes, offset, { explicit: hasKnownVr(bytes, offset), littleEndian: true })
    if (!header || header.start + header.length > bytes.length) return { end: bytes.length, syntaxUid }
    const end = header.start + header.length
    if (header.tag === TAG.TransferSyntaxUid)
      syntaxUid = bytes.toString('latin1', header.start, end).replace(/[\0 ]+$/, '')
    if (header.tag === TAG.FileMetaInformationGroupLength && header.length === 4) {
      statedEnd = end + bytes.readUInt32LE(header.start)
    }
    offset = end
  }
  return { end: offset, syntaxUid }
}

function guessedSyntax(file: FilmFile, start: number): TransferSyntax {
  const littleEndian = firstElementLittleEndian(file.bytes.subarray(start))
  if (littleEndian === null) {
    throw new HilumError('DECODE_DAMAGED', `${file.name} has no data set after its file meta information.`)
  }
  if (!littleEndian) return transferSyntax(EXPLICIT_BIG_ENDIAN)
  return transferSyntax(hasKnownVr(file.bytes, start) ? EXPLICIT_LITTLE_ENDIAN : IMPLICIT_LITTLE_ENDIAN)
}

// A file that calls itself implicit and writes VRs all the same is read as it is written.
function writesVrs(bytes: Buffer, start: number, syntax: TransferSyntax): boolean {
  return syntax.explicit || hasKnownVr(bytes, start)
}

// So is one that says the other byte order: the first group, which is 0008, tells. Where it is not, the syntax is believed.
function writtenLittleEndian(bytes: Buffer, start: number, syntax: TransferSyntax): boolean {
  return firstElementLittleEndian(bytes.subarray(start)) ?? syntax.littleEndian
}

// PS3.5 A.5. What there is of a stream that ends early is kept, as of any other file.
function inflated({ name, bytes }: FilmFile, start: number): Buffer {
  try {
    return inflateRawSync(bytes.subarray(start), {
      maxOutputLength: MOST_INFLATED_BYTES,
      // Films shrink by a third or a half, and then come out in one piece; of Node's own 16 kB it would be a thousand.
      chunkSize: Math.min(Math.max(2 * bytes.length, 64 * 1024), 64 * 1024 * 1024),
      finishFlush: constants.Z_SYNC_FLUSH,
    })
  } catch (cause) {
    if (systemErrorCode(cause) === 'ERR_BUFFER_TOO_LARGE') {
      throw new HilumError('DECODE_TOO_LARGE', `${name} inflates to more than 512 MiB and was not opened.`, {
        cause,
      })
    }
    throw new HilumError('DECODE_DAMAGED', `The deflated data of ${name} are damaged; copy it again.`, {
      cause,
    })
  }
}
