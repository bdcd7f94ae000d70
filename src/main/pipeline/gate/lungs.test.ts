// The rule and the model together, on real films; the rule alone is tested in gate.test.ts.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ownLungFinder } from '../../packs/lung-finder.fixture.ts'
import { openFilm } from '../analyse.ts'
import { locate, type LungFinder } from '../locate.ts'
import { lungsRefusal } from './lungs.ts'

const DATA = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
const COLLECTIONS = ['bimcv', 'cohen', 'cxnet', 'cxr', 'openist', 'radiography', 'rsna', 'tb']

let finder: LungFinder
before(async () => {
  finder = await ownLungFinder()
})

async function isRefused(path: string): Promise<boolean> {
  const film = await openFilm({ path, frame: 0 })
  return lungsRefusal(await locate(film, finder)) !== undefined
}

test('at most one of a hundred frontal chest films is refused', async (t) => {
  if (!existsSync(DATA)) return t.skip('needs ../shared/data')
  const refused: string[] = []
  let films = 0
  for (const collection of COLLECTIONS) {
    const names = (await readdir(join(DATA, collection))).filter((name) => name.endsWith('.jpg')).toSorted()
    for (const name of names.filter((_, i) => i % 40 === 0)) {
      films++
      if (await isRefused(join(DATA, collection, name))) refused.push(name)
    }
  }
  assert.ok(refused.length <= films / 100, refused.join(', '))
})

const pictures = [
  ['a limb', 'pydicom-data__RG3_J2KR.dcm', true],
  ['a panorama of the teeth', 'fo-dicom__CR-ModalitySequenceLUT.dcm', true],
  ['a test pattern', 'cornerstone3D__TestPattern_Palette.dcm', true],
  ['a CT slice', 'cornerstone3D__CTImage_RLELossless.dcm', true],
  ['a chest of MONOCHROME1', 'dwv__gdcm-CR-MONO1-10-chest.dcm', false],
  ['a chest with nodules', 'pydicom-data__RG1_J2KI.dcm', false],
] as const

for (const [what, name, refused] of pictures) {
  test(`${what} ${refused ? 'is refused' : 'passes'}`, async (t) => {
    const path = join(DATA, 'dicom', name)
    if (!existsSync(path)) return t.skip('needs ../shared/data')
    assert.equal(await isRefused(path), refused)
  })
}
