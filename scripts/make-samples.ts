// Writes the synthetic films of assets/samples. Running it again changes nothing.

import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { encodeJpeg } from '../src/main/adapters/sharp.ts'
import { digitalRadiograph } from './samples/digital-radiograph.ts'
import { chestPhantom, type GreyImage } from './samples/phantom.ts'
import { writePng16 } from './samples/write-png.ts'

export interface SampleFile {
  readonly name: string
  readonly bytes: Buffer
}

const JPEG_QUALITY = 90

export async function makeSamples(): Promise<SampleFile[]> {
  return [clearChest(), consolidation(), largeHeart(), await nodule()]
}

function clearChest(): SampleFile {
  const bytes = digitalRadiograph({
    film: chestPhantom({ seed: 1, size: 640, marker: 'R' }),
    photometricInterpretation: 'MONOCHROME2',
    patientName: 'Sample^One',
    patientId: 'SYNTHETIC-1',
    studyDate: '20260105',
  })
  return { name: 'chest-1-clear.dcm', bytes }
}

function consolidation(): SampleFile {
  const film = chestPhantom({
    seed: 5,
    size: 640,
    heart: 1,
    marker: 'R',
    opacities: [
      { at: [-8, 2.2], radius: 4.2, density: 0.62, kind: 'consolidation' },
      { at: [-9.5, 4.5], radius: 3, density: 0.6, kind: 'consolidation' },
    ],
  })
  const bytes = digitalRadiograph({
    film,
    photometricInterpretation: 'MONOCHROME1',
    patientName: 'Sample^Two',
    patientId: 'SYNTHETIC-2',
    studyDate: '20260212',
  })
  return { name: 'chest-2-consolidation-monochrome1.dcm', bytes }
}

function largeHeart(): SampleFile {
  const film = chestPhantom({ seed: 12, size: 560, heart: 1.33, marker: 'R' })
  return { name: 'chest-3-large-heart.png', bytes: writePng16(film) }
}

async function nodule(): Promise<SampleFile> {
  const bytes = await encodeJpeg(jpegPicture(noduleFilm()), JPEG_QUALITY)
  return { name: 'chest-4-nodule.jpg', bytes }
}

function noduleFilm(): GreyImage {
  return chestPhantom({
    seed: 23,
    size: 768,
    marker: 'R',
    opacities: [{ at: [8.2, -5.4], radius: 1.2, density: 0.3, kind: 'nodule' }],
  })
}

function jpegPicture({ size, values }: GreyImage): Parameters<typeof encodeJpeg>[0] {
  const samples = Uint8Array.from(values, (value) => Math.round(value * 255))
  return { rows: size, columns: size, channels: 1, bits: 8, samples }
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../assets/samples/', import.meta.url))
  await mkdir(folder, { recursive: true })
  for (const { name, bytes } of await makeSamples()) await writeFile(`${folder}${name}`, bytes)
}
