// Good files of every kind, small, from which the fuzz run makes bad ones.

import { readFileSync } from 'node:fs'
import { dicomFile, type Elements } from '../../src/main/pipeline/decode/dicom/fixtures/dicom-writer.ts'
import { rleFrame } from '../../src/main/pipeline/decode/dicom/fixtures/rle-frame.ts'

export interface Seed {
  readonly kind: string
  readonly bytes: Buffer
}

interface CaseLine {
  readonly set: Elements
  readonly syntax?: string
  readonly sequences?: 'by length' | 'by delimiter'
  readonly pixels?: string
  readonly rle?: readonly string[]
}

interface Jpeg2000Line {
  readonly columns: number
  readonly rows: number
  readonly bits: number
  readonly signed: boolean
  readonly options: string
  readonly codestream: string
}

interface CodestreamLine {
  readonly syntax: string
  readonly bits: number
  readonly allocated: number
  readonly signed: boolean
  readonly samples: number
  readonly photometric: string
  readonly codestream: string
}

const fixtures = new URL('../../src/main/pipeline/decode/dicom/fixtures/', import.meta.url)
const jpeg2000 = '../../codecs/jpeg-2000/fixtures/codestreams.json'

/** The seeds whose kind has `part` in its name. */
export function seedsOfKind(part: string): readonly Seed[] {
  const all = seeds()
  const chosen = all.filter(({ kind }) => kind.includes(part))
  if (chosen.length > 0) return chosen
  const kinds = [...new Set(all.map(({ kind }) => kind))].toSorted().join(', ')
  throw new UnknownKind(`No kind of file is called ${part} or has it in its name; the kinds are ${kinds}.`)
}

export class UnknownKind extends Error {}

export function seeds(): readonly Seed[] {
  return [...nativeSeeds(), ...codestreamSeeds(), ...jpeg2000Seeds(), ...rasterSeeds()]
}

function lines<Line>(name: string): readonly Line[] {
  return JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as readonly Line[]
}

function nativeSeeds(): Seed[] {
  return lines<CaseLine>('cases.json').map(({ set, syntax, sequences, pixels, rle }) => ({
    kind: rle ? 'dicom rle' : 'dicom native',
    bytes: dicomFile({
      elements: { SamplesPerPixel: 1, PhotometricInterpretation: 'MONOCHROME2', PatientName: 'A^B', ...set },
      ...(syntax ? { syntax } : {}),
      ...(sequences ? { sequences } : {}),
      ...(pixels ? { pixels: hex(pixels) } : {}),
      ...(rle ? { fragments: [rleFrame(rle.map(hex))] } : {}),
    }),
  }))
}

function codestreamSeeds(): Seed[] {
  return lines<CodestreamLine>('codestreams.json').map((line) => ({
    kind: `dicom ${line.syntax.replace('1.2.840.10008.1.2.4.', '.')}`,
    bytes: dicomFile({
      syntax: line.syntax,
      fragments: [Buffer.from(line.codestream, 'base64')],
      elements: {
        Rows: 12,
        Columns: 16,
        SamplesPerPixel: line.samples,
        PhotometricInterpretation: line.photometric,
        BitsAllocated: line.allocated,
        BitsStored: line.bits,
        HighBit: line.bits - 1,
        PixelRepresentation: line.signed ? 1 : 0,
      },
    }),
  }))
}

function jpeg2000Seeds(): Seed[] {
  return lines<Jpeg2000Line>(jpeg2000).map(({ columns, rows, bits, signed, options, codestream }) => {
    const syntax = options.includes('-I') ? '.91' : '.90'
    return {
      kind: `dicom ${syntax}`,
      bytes: dicomFile({
        syntax: `1.2.840.10008.1.2.4${syntax}`,
        fragments: [Buffer.from(codestream, 'base64')],
        elements: {
          Rows: rows,
          Columns: columns,
          SamplesPerPixel: 1,
          PhotometricInterpretation: 'MONOCHROME2',
          BitsAllocated: bits > 8 ? 16 : 8,
          BitsStored: bits,
          HighBit: bits - 1,
          PixelRepresentation: signed ? 1 : 0,
        },
      }),
    }
  })
}

/** 24 by 20 pixels of each kind of picture, written by libvips; the BMP by hand. */
function rasterSeeds(): Seed[] {
  const pictures = readFileSync(new URL('pictures.json', import.meta.url), 'utf8')
  return (JSON.parse(pictures) as readonly { kind: string; bytes: string }[]).map(({ kind, bytes }) => ({
    kind,
    bytes: Buffer.from(bytes, 'base64'),
  }))
}

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex')
}
