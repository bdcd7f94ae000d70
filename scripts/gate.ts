// `npm run gate -- FOLDER [STEP]`: what the gate lets pass of the data in FOLDER, of the same films hung, cut and framed
// otherwise (every STEPth of those held out, 8 unless told), and of pictures that are no chest films.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ownLungFinder } from '../src/main/packs/lung-finder.fixture.ts'
import { openFilm, prepare } from '../src/main/pipeline/analyse.ts'
import type { Film } from '../src/main/pipeline/film.ts'
import { filmFixture } from '../src/main/pipeline/film.fixture.ts'
import { HilumError } from '../src/shared/errors.ts'
import { chestFilms, COLLECTIONS, type ChestFilm } from './gate/chest-films.ts'
import { CHANGES } from './gate/hung-otherwise.ts'
import { otherPictures } from './gate/other-pictures.ts'
import { countedAs, table, type Outcome } from './gate/outcomes.ts'

/** Of each kind of drawn picture. */
const OF_EACH = 40

const CHEST_DICOM = /^(dwv__gdcm-CR-MONO1-10-chest|pydicom-data__RG1_|torchxrayvision__)/

const [data, step = '8'] = process.argv.slice(2)
if (data === undefined) {
  console.error('Name the folder of the data: npm run gate -- ../shared/data')
  process.exit(2)
}
const finder = await ownLungFinder()
const outcomes: Outcome[] = []
const films = await chestFilms(data)
await gateChestFilms(films)
await gateChanged(films.filter(({ heldOut }) => heldOut).filter((_, i) => i % Number(step) === 0))
await gateOthers(join(data, 'dicom'))
console.log(table(outcomes))

async function gateChestFilms(all: readonly ChestFilm[]): Promise<void> {
  for (const { path, collection, heldOut } of all) {
    const outcome = await outcomeOf('', () => openFilm({ path, frame: 0 }))
    outcomes.push({ ...outcome, pictures: `chest films, ${heldOut ? 'held out' : 'seen'}` })
    outcomes.push({ ...outcome, pictures: `chest films of ${collection}` })
    if (outcome.as !== 'passes') console.error(path, outcome.as)
  }
  console.error(`${all.length} films of ${COLLECTIONS.length} collections`)
}

async function gateChanged(some: readonly ChestFilm[]): Promise<void> {
  for (const { path } of some) {
    const film = await openFilm({ path, frame: 0 })
    for (const [name, change] of Object.entries(CHANGES)) {
      outcomes.push(await outcomeOf(`chest films, ${name}`, () => Promise.resolve(change(film))))
    }
  }
}

async function gateOthers(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.csv')).toSorted()
  for (const name of names) {
    const pictures = CHEST_DICOM.test(name) ? 'DICOM, chest' : 'DICOM, not chest'
    outcomes.push(await outcomeOf(pictures, () => openFilm({ path: join(folder, name), frame: 0 })))
  }
  for (const { kind, size, grey } of otherPictures(OF_EACH)) {
    const film = filmFixture({ kind: 'png', rows: size, columns: size, pixels: grey })
    const outcome = await outcomeOf('drawn pictures', () => Promise.resolve(film))
    outcomes.push(outcome)
    if (countedAs(outcome) === 'passes') console.error('passes:', kind)
  }
}

/** A file that can't be read gets no score either. */
async function outcomeOf(pictures: string, open: () => Promise<Film>): Promise<Outcome> {
  try {
    const { verdict } = await prepare(await open(), finder)
    const [reason] = verdict.reasons
    const turned = verdict.warnings.some(({ code }) => code === 'GATE_INVERTED')
    return {
      pictures,
      as: reason?.code ?? (turned ? 'turned' : 'passes'),
      warnings: verdict.warnings.map(({ code }) => code),
    }
  } catch (error) {
    if (error instanceof HilumError) return { pictures, as: 'unreadable', warnings: [] }
    throw error
  }
}
