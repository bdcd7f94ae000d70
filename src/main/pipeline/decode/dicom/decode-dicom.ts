import { HilumError } from '../../../../shared/errors.ts'
import type { DecodedFilm, FilmFile, Palette } from '../../film.ts'
import { aboutFile } from '../about-file.ts'
import { frameGroups } from './frame-groups.ts'
import { geometryOf } from './geometry.ts'
import { greyTransform } from './grey-transform.ts'
import { identityOf } from './identity.ts'
import { paddingOf } from './padding.ts'
import { paletteOf } from './palette.ts'
import { parseFile, type DicomFile } from './parse-file.ts'
import { framesThatAreThere, pixelDataOf } from './pixel-data.ts'
import { pixelDescription, type PixelDescription } from './pixel-description.ts'
import { readFrame, type FramePixels } from './read-frame.ts'
import { shuttersOf } from './shutters.ts'
import { windowEnds } from './window-ends.ts'

// A file of many frames is asked for one after the other; its header is read once, for as long as its bytes are held.
const parsed = new WeakMap<FilmFile, DicomFile>()

/** One frame of a DICOM file, counted from 0, with all that the file says of it. */
export async function decodeDicom(file: FilmFile, frame: number, enough?: number): Promise<DecodedFilm> {
  const dicom = parsed.get(file) ?? parseFile(file)
  parsed.set(file, dicom)
  refuseUnsupported(dicom)
  const pixelData = pixelDataOf(dicom)
  const stated = pixelDescription(dicom)
  const there = framesThatAreThere(dicom, pixelData, stated)
  const description = { ...stated, frames: there.frames }
  refuseMissingFrame(dicom, description, frame)
  const ends = windowEnds(dicom, description, frame)
  const needed = enough === undefined || ends === null ? undefined : { pixels: enough, ends }
  const read = await readFrame({ file: dicom, pixelData, description, frame, needed })
  const picture = { ...read, mayBeCoarse: read.mayBeCoarse === true && ends !== null }
  const warnings = [...there.warnings, ...picture.warnings]
  return film(file, dicom, { ...picture, warnings, description, frame })
}

function film(
  file: FilmFile,
  dicom: DicomFile,
  read: FramePixels & { readonly description: PixelDescription; readonly frame: number },
): DecodedFilm {
  const { description } = read
  const groups = frameGroups(dicom.dataSet, read.frame)
  return {
    file: aboutFile(file, read.pixels),
    kind: 'dicom',
    transferSyntax: dicom.syntaxStated ? dicom.syntax.uid : null,
    frame: read.frame,
    frames: description.frames,
    rows: description.rows,
    columns: description.columns,
    samplesPerPixel: description.samplesPerPixel,
    bitsStored: description.bitsStored,
    signed: description.signed,
    mayBeCoarse: read.mayBeCoarse,
    photometricInterpretation: read.photometricInterpretation,
    stored: {
      photometricInterpretation: description.photometricInterpretation,
      bitsAllocated: description.bitsAllocated,
      highBit: description.highBit,
      planarConfiguration: description.planarConfiguration,
    },
    pixels: read.pixels,
    palette: paletteFor(dicom, description),
    grey: greyTransform(groups, description),
    padding: paddingOf(dicom.dataSet, description.signed),
    overlays: read.overlays,
    shutters: shuttersOf(dicom.dataSet),
    identity: identityOf(dicom, groups),
    geometry: geometryOf(groups),
    warnings: [...dicom.warnings, ...read.warnings],
  }
}

function paletteFor(
  dicom: DicomFile,
  { photometricInterpretation, signed }: PixelDescription,
): Palette | null {
  if (photometricInterpretation !== 'PALETTE COLOR') return null
  const palette = paletteOf(dicom.dataSet, signed)
  if (palette) return palette
  throw new HilumError('DECODE_DAMAGED', `${dicom.name} says PALETTE COLOR and holds no palette that fits.`)
}

function refuseUnsupported({ name, syntax }: DicomFile): void {
  if (syntax.coding !== 'unsupported') return
  throw new HilumError(
    'DECODE_UNSUPPORTED',
    `${name} is compressed as ${syntax.name} (${syntax.uid}), which Hilum does not read; export it uncompressed or as JPEG 2000.`,
  )
}

function refuseMissingFrame(dicom: DicomFile, { frames }: PixelDescription, frame: number): void {
  if (Number.isInteger(frame) && frame >= 0 && frame < frames) return
  throw new HilumError(
    'DECODE_NO_SUCH_FRAME',
    `${dicom.name} has ${frames} frame(s); there is no frame ${frame + 1}.`,
  )
}
