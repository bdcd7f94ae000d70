import { createHash } from 'node:crypto'
import type { GreyImage } from './phantom.ts'
import { FILM_CM } from './plane.ts'
import { type Element, writeDicom } from './write-dicom.ts'

export interface Radiograph {
  readonly film: GreyImage
  readonly photometricInterpretation: 'MONOCHROME1' | 'MONOCHROME2'
  readonly patientName: string
  readonly patientId: string
  readonly studyDate: string
}

const MAX_STORED = 4095
const BLACK = 160
const SPAN = 3700
/** Detector to patient: the pixel at the detector shows a little less of the patient than its own size. */
const MAGNIFICATION = 1.05

/** A DX image as PS3.3 A.26 asks for it: 12 of 16 bits, one frame, nothing compressed. */
export function digitalRadiograph(radiograph: Radiograph): Buffer {
  return writeDicom([...identity(radiograph), ...acquisition(radiograph), ...picture(radiograph)])
}

function identity({ patientName, patientId, studyDate }: Radiograph): Element[] {
  return [
    [0x00080005, 'CS', 'ISO_IR 100'],
    [0x00080008, 'CS', 'DERIVED\\PRIMARY'],
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.1.1'],
    [0x00080018, 'UI', uuidUid(`${patientId} image`)],
    [0x00080020, 'DA', studyDate],
    [0x00080023, 'DA', studyDate],
    [0x00080030, 'TM', '090000'],
    [0x00080033, 'TM', '090000'],
    [0x00080050, 'SH', ''],
    [0x00080060, 'CS', 'DX'],
    [0x00080068, 'CS', 'FOR PRESENTATION'],
    [0x00080070, 'LO', 'Hilum synthetic'],
    [0x00080090, 'PN', ''],
    [0x00081030, 'LO', 'Synthetic chest, no patient'],
    [0x00081090, 'LO', 'Phantom generator'],
    [0x00100010, 'PN', patientName],
    [0x00100020, 'LO', patientId],
    [0x00100030, 'DA', ''],
    [0x00100040, 'CS', 'O'],
    [0x00101010, 'AS', '045Y'],
    [0x00120062, 'CS', 'YES'],
    [0x00120063, 'LO', 'Synthetic, no patient'],
    [0x0020000d, 'UI', uuidUid(`${patientId} study`)],
    [0x0020000e, 'UI', uuidUid(`${patientId} series`)],
    [0x00200010, 'SH', '1'],
    [0x00200011, 'IS', '1'],
    [0x00200013, 'IS', '1'],
  ]
}

function acquisition({ film: { size } }: Radiograph): Element[] {
  const atDetector = (FILM_CM * 10) / size
  const spacing = (millimetres: number): string => Array(2).fill(millimetres.toFixed(5)).join('\\')
  return [
    [0x00180015, 'CS', 'CHEST'],
    [0x00181110, 'DS', '1800'],
    [0x00181111, 'DS', '1714'],
    [0x00181114, 'DS', String(MAGNIFICATION)],
    [0x00181164, 'DS', spacing(atDetector)],
    [0x00185101, 'CS', 'PA'],
    [0x00200020, 'CS', 'L\\F'],
    [0x00200062, 'CS', 'U'],
    [0x00280030, 'DS', spacing(atDetector / MAGNIFICATION)],
    [0x00280a02, 'CS', 'GEOMETRY'],
  ]
}

function picture({ film, photometricInterpretation }: Radiograph): Element[] {
  const inverted = photometricInterpretation === 'MONOCHROME1'
  const centre = BLACK + SPAN / 2
  return [
    [0x00280002, 'US', 1],
    [0x00280004, 'CS', photometricInterpretation],
    [0x00280010, 'US', film.size],
    [0x00280011, 'US', film.size],
    [0x00280100, 'US', 16],
    [0x00280101, 'US', 12],
    [0x00280102, 'US', 11],
    [0x00280103, 'US', 0],
    [0x00280301, 'CS', 'NO'],
    // PS3.3 C.8.11.3.1.2: -1 where more X-rays make smaller values.
    [0x00281040, 'CS', 'LOG'],
    [0x00281041, 'SS', inverted ? 1 : -1],
    [0x00281050, 'DS', String(inverted ? MAX_STORED - centre : centre)],
    [0x00281051, 'DS', String(SPAN)],
    [0x00281052, 'DS', '0'],
    [0x00281053, 'DS', '1'],
    [0x00281054, 'LO', 'US'],
    [0x00282110, 'CS', '00'],
    // PS3.3 C.8.11.3: MONOCHROME1 goes with INVERSE. Both say the same thing; the film is inverted once.
    [0x20500020, 'CS', inverted ? 'INVERSE' : 'IDENTITY'],
    [0x7fe00010, 'OW', storedPixels(film, inverted)],
  ]
}

function storedPixels({ values }: GreyImage, inverted: boolean): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, i) => {
    const stored = Math.round(BLACK + value * SPAN)
    bytes.writeUInt16LE(inverted ? MAX_STORED - stored : stored, i * 2)
  })
  return bytes
}

/** PS3.5 B.2: a UID from a UUID, here from the hash of a name, so that it is the same each time. */
function uuidUid(name: string): string {
  const hash = createHash('sha256').update(`hilum sample ${name}`).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return `2.25.${BigInt(`0x${hash.subarray(0, 16).toString('hex')}`)}`
}
