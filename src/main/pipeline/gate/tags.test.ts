import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filmFixture } from '../film.fixture.ts'
import type { Identity } from '../film.ts'
import { tagRefusals } from './tags.ts'

const parts: readonly (readonly [bodyPart: string, isRefused: boolean])[] = [
  ['CHEST', false],
  ['Port Chest', false],
  ['TÓRAX', false],
  ['TORACE', false],
  ['胸部', false],
  ['WHOLEBODY', false],
  ['UNKNOWN', false],
  ['', false],
  ['HAND', true],
  ['ABDOMEN', true],
  ['VERTEBRAL BODY', true],
  ['THORACIC SPINE', true],
  ['ANYTHING', true],
]

for (const [bodyPart, isRefused] of parts) {
  test(`the body part “${bodyPart}” ${isRefused ? 'is refused' : 'passes'}`, () => {
    const codes = tagRefusals(filmFixture({ identity: { bodyPart } })).map(({ code }) => code)
    assert.deepEqual(codes, isRefused ? ['GATE_NOT_CHEST'] : [])
  })
}

/** `says` is what of the file the reason quotes; null where it passes. */
const views: readonly (readonly [identity: Partial<Identity>, says: string | null])[] = [
  [{ viewPosition: 'PA' }, null],
  [{ viewPosition: 'AP SUPINE' }, null],
  [{ viewPosition: 'LL' }, 'LL'],
  [{ viewPosition: 'LATERAL' }, 'LATERAL'],
  [{ viewPosition: 'Left Lateral' }, 'Left Lateral'],
  [{ viewPosition: 'LAT.' }, 'LAT.'],
  [{ viewPosition: 'RAO' }, 'RAO'],
  [{ viewPosition: 'LLD' }, null],
  [{ viewPosition: 'right lateral decubitus' }, null],
  [{ viewPosition: 'Oblique' }, 'Oblique'],
  [{ patientOrientation: ['L', 'F'] }, null],
  [{ patientOrientation: ['A', 'F'] }, 'A\\F'],
  [{ patientOrientation: ['PR', 'F'] }, 'PR\\F'],
  [{ viewPosition: 'PA', patientOrientation: ['A', 'F'] }, null],
  [{ seriesDescription: 'W Chest Lat.' }, 'W Chest Lat.'],
  [{ seriesDescription: 'THORAX_SEITLICH' }, 'THORAX_SEITLICH'],
  [{ seriesDescription: 'Thorax de profil' }, 'Thorax de profil'],
  [{ seriesDescription: 'Chest PA and lateral' }, null],
  [{ seriesDescription: 'Lateral decubitus' }, null],
  [{ seriesDescription: 'Bilateral lungs' }, null],
  [{ viewPosition: 'AP', seriesDescription: 'Chest lateral' }, null],
]

for (const [identity, says] of views) {
  test(`${JSON.stringify(identity)} is ${says === null ? 'a frontal' : 'no frontal'} view`, () => {
    const [reason] = tagRefusals(filmFixture({ identity }))
    assert.equal(reason?.code, says === null ? undefined : 'GATE_NOT_FRONTAL')
    if (says !== null) assert.ok(reason?.message.includes(`(${says})`))
  })
}
