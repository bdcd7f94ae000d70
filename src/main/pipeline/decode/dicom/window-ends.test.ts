import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dicomFile, type Elements } from './fixtures/dicom-writer.ts'
import { filmFile } from './fixtures/film-file.ts'
import { PIXELS, small } from './fixtures/small-film.ts'
import { parseFile } from './parse-file.ts'
import { pixelDescription } from './pixel-description.ts'
import { windowEnds } from './window-ends.ts'

const window = { WindowCenter: '2048', WindowWidth: '3600' }
const table = [{ LutDescriptor: [2, 0, 8], LutData: [0, 255] }]

// what, elements, black and white in stored values
const cases: readonly (readonly [string, Elements, readonly [number, number] | null])[] = [
  // 2047.5 - 1799.5 to 2047.5 + 1799.5
  ['a window', window, [248, 3847]],
  ['an exact window', { ...window, VoiLutFunction: 'LINEAR_EXACT' }, [248, 3848]],
  ['a rescale', { ...window, RescaleSlope: '2', RescaleIntercept: '48' }, [100, 1899.5]],
  ['a rescale that turns', { ...window, RescaleSlope: '-1', RescaleIntercept: '4095' }, [248, 3847]],
  ['black bone', { ...window, PhotometricInterpretation: 'MONOCHROME1' }, [248, 3847]],
  ['overlays of their own', { ...window, OverlayBitPosition: 0, OverlayData: Buffer.alloc(2) }, [248, 3847]],
  ['no window', {}, null],
  ['a table for its window', { ...window, VoiLutSequence: table }, null],
  ['a table for its values', { ...window, ModalityLutSequence: table }, null],
  ['padding', { ...window, PixelPaddingValue: 0 }, null],
  ['signed values', { ...window, PixelRepresentation: 1 }, null],
  ['colours', { ...window, PhotometricInterpretation: 'RGB', SamplesPerPixel: 3 }, null],
  ['values in its upper bits', { ...window, BitsStored: 6, HighBit: 7 }, null],
  ['an overlay among its pixels', { ...window, BitsStored: 7, HighBit: 6, OverlayBitPosition: 7 }, null],
]

for (const [what, elements, expected] of cases) {
  test(`a film with ${what} ${expected === null ? 'has to be exact' : 'is black and white at its window’s ends'}`, () => {
    const dicom = parseFile(filmFile(dicomFile({ elements: small(elements), pixels: PIXELS })))
    assert.deepEqual(windowEnds(dicom, pixelDescription(dicom), 0), expected)
  })
}
