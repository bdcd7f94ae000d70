// Odd files, one a line in fixtures/cases.json. Values were worked out by hand from the clauses that the names allude to.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { byteTable } from '../../../../shared/greyscale/display-table.ts'
import type { DecodedFilm } from '../../film.ts'
import { decodeDicom } from './decode-dicom.ts'
import { dicomFile, type Elements } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { rleFrame } from './fixtures/rle-frame.ts'

interface Case {
  readonly name: string
  readonly set: Elements
  readonly syntax?: string
  readonly sequences?: 'by length' | 'by delimiter'
  readonly frame?: number
  /** Bytes as a little-endian file holds them. */
  readonly pixels?: string
  /** Fragments of encapsulated pixel data. */
  readonly fragments?: readonly string[]
  /** Segments of an RLE frame. */
  readonly rle?: readonly string[]
  readonly stored: readonly number[]
  /** 8 bits, through the file's first VOI LUT or window. */
  readonly shown?: readonly number[]
  readonly photometric?: string
  readonly windows?: DecodedFilm['grey']['windows']
  readonly palette?: { firstMapped: number; bits: number; red: number[]; green: number[]; blue: number[] }
  readonly padding?: DecodedFilm['padding']
  readonly overlays?: readonly { bits: readonly number[] }[]
  readonly shutters?: DecodedFilm['shutters']
  readonly geometry?: DecodedFilm['geometry']
}

const cases = JSON.parse(
  readFileSync(new URL('fixtures/cases.json', import.meta.url), 'utf8'),
) as readonly Case[]

for (const each of cases) {
  test(each.name, async () => {
    const film = await decodeDicom(filmFile(bytesOf(each)), each.frame ?? 0)
    assert.deepEqual([...film.pixels], each.stored)
    assert.deepEqual(film.warnings, [])
    if (each.shown) assert.deepEqual(shown(film), each.shown)
    if (each.photometric) assert.equal(film.photometricInterpretation, each.photometric)
    if (each.windows) assert.deepEqual(film.grey.windows, each.windows)
    if (each.palette) assert.deepEqual(paletteNumbers(film), each.palette)
    if (each.padding) assert.deepEqual(film.padding, each.padding)
    if (each.overlays) assert.deepEqual(overlayNumbers(film), each.overlays)
    if (each.shutters) assert.deepEqual(film.shutters, each.shutters)
    if (each.geometry) assert.deepEqual(film.geometry, each.geometry)
  })
}

function bytesOf({ set, syntax, sequences, pixels, rle, fragments }: Case): Buffer {
  const elements = { SamplesPerPixel: 1, PhotometricInterpretation: 'MONOCHROME2', ...set }
  return dicomFile({
    elements,
    ...(syntax ? { syntax } : {}),
    ...(sequences ? { sequences } : {}),
    ...(pixels ? { pixels: hex(pixels) } : {}),
    ...(fragments ? { fragments: fragments.map(hex) } : {}),
    ...(rle ? { fragments: [rleFrame(rle.map(hex))] } : {}),
  })
}

function hex(text: string): Buffer {
  return Buffer.from(text.replaceAll(' ', ''), 'hex')
}

function shown({ grey, pixels, padding }: DecodedFilm): number[] {
  const [table] = grey.voiTables
  const voi = table
    ? { kind: 'table' as const, table }
    : { kind: 'window' as const, window: grey.windows[0]! }
  const [min, max] = [Math.min(...pixels), Math.max(...pixels)]
  const bytes = byteTable({ range: { min, max }, grey, padding }, voi)
  return Array.from(pixels, (value) => bytes[value - min]!)
}

function paletteNumbers({ palette }: DecodedFilm): unknown {
  if (!palette) return null
  const { firstMapped, bits, red, green, blue } = palette
  return { firstMapped, bits, red: [...red], green: [...green], blue: [...blue] }
}

function overlayNumbers({ overlays }: DecodedFilm): unknown {
  return overlays.map(({ rows, columns, originRow, originColumn, bits }) => ({
    rows,
    columns,
    originRow,
    originColumn,
    bits: [...bits],
  }))
}
