import type { Warning } from '../../../../shared/analysis.ts'
import { HilumError } from '../../../../shared/errors.ts'
import type { DecodedFilm, FilmFile, StoredPixels } from '../../film.ts'
import { frameGroups } from './frame-groups.ts'
import { geometryOf } from './geometry.ts'
import { greyTransform } from './grey-transform.ts'
import { identityOf } from './identity.ts'
import { parseFile, type DicomFile } from './parse-file.ts'
import { pixelDescription, type PixelDescription } from './pixel-description.ts'
import { readFrame } from './read-frame.ts'

/** One frame of a DICOM file, counted from 0, with all that the file says of it. */
export async function decodeDicom(file: FilmFile, frame: number): Promise<DecodedFilm> {
  return decodeFrame(file, parseFile(file), frame)
}

/** The same for a file that is parsed already, as for the second frame of many. */
export async function decodeFrame(file: FilmFile, dicom: DicomFile, frame: number): Promise<DecodedFilm> {
  const description = pixelDescription(dicom)
  refuseMissingFrame(dicom, description, frame)
  const picture = await readFrame(dicom, description, frame)
  return film(file, dicom, { description, frame, ...picture })
}

function film(
  file: FilmFile,
  dicom: DicomFile,
  read: {
    description: PixelDescription
    frame: number
    pixels: StoredPixels
    photometricInterpretation: PixelDescription['photometricInterpretation']
    warnings: readonly Warning[]
  },
): DecodedFilm {
  const { description } = read
  const groups = frameGroups(dicom.dataSet, read.frame)
  return {
    file: { name: file.name, sha256: file.sha256, byteLength: file.bytes.length },
    kind: 'dicom',
    transferSyntax: dicom.syntaxStated ? dicom.syntax.uid : null,
    frame: read.frame,
    frames: description.frames,
    rows: description.rows,
    columns: description.columns,
    samplesPerPixel: description.samplesPerPixel,
    bitsStored: description.bitsStored,
    signed: description.signed,
    photometricInterpretation: read.photometricInterpretation,
    pixels: read.pixels,
    palette: null,
    grey: greyTransform(groups, description),
    padding: null,
    overlays: [],
    shutter: null,
    identity: identityOf(dicom.dataSet),
    geometry: geometryOf(groups),
    warnings: [...dicom.warnings, ...read.warnings],
  }
}

function refuseMissingFrame(dicom: DicomFile, { frames }: PixelDescription, frame: number): void {
  if (Number.isInteger(frame) && frame >= 0 && frame < frames) return
  throw new HilumError(
    'DECODE_NO_SUCH_FRAME',
    `${dicom.name} has ${frames} frame(s); there is no frame ${frame + 1}.`,
  )
}
