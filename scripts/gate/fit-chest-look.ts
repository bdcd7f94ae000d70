// `node scripts/gate/fit-chest-look.ts ../shared/data`: measures anew what frontal chest films look like to the gate, on
// every eighth film of the data as it is and tilted by up to 15 degrees, and writes chest-look-figures.ts. To be run again
// with another model of the lungs; `npm run gate` then says what passes of the films that were not measured.

import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { lungFinder } from '../../src/main/packs/lung-finder.ts'
import { findLungsPack } from '../../src/main/packs/pack.ts'
import { openFilm } from '../../src/main/pipeline/analyse.ts'
import type { Film } from '../../src/main/pipeline/film.ts'
import { viewTensor } from '../../src/main/pipeline/input-tensor.ts'
import { wholeFilmView } from '../../src/main/pipeline/input-view.ts'
import { locate, type LungFinder } from '../../src/main/pipeline/locate.ts'
import { chestLook, type ChestLook } from '../../src/main/pipeline/locate/chest-look.ts'
import { filledPart } from '../../src/main/pipeline/locate/filled-part.ts'
import { sureness } from '../../src/main/pipeline/locate/sureness.ts'
import { places } from '../../src/main/places.ts'
import { between, seededRandom } from '../samples/random.ts'
import { chestFilms } from './chest-films.ts'
import { chestFigures } from './chest-figures.ts'
import { tilted } from './hung-otherwise.ts'

const MOST_TILT = Math.PI / 12
const FIGURES = fileURLToPath(
  new URL('../../src/main/pipeline/locate/chest-look-figures.ts', import.meta.url),
)

const [data] = process.argv.slice(2)
const pack = await findLungsPack([places.models])
if (data === undefined || pack === null) {
  console.error(
    'Name the folder of the data, and have the model of the lungs: fit-chest-look.ts ../shared/data',
  )
  process.exit(2)
}
const finder = await lungFinder(pack)
const random = seededRandom(8)
const looks: ChestLook[] = []
for (const { path, isSeen } of await chestFilms(data)) {
  if (!isSeen) continue
  const film = await openFilm({ path, frame: 0 })
  for (const one of [film, tilted(film, between(random, -MOST_TILT, MOST_TILT))]) {
    const look = await lookOf(one, finder)
    if (look !== null) looks.push(look)
  }
}
const figures = chestFigures(looks)
await writeFile(
  FIGURES,
  `// Written by scripts/gate/fit-chest-look.ts, from ${looks.length} pictures.\n\n` +
    `import type { ChestFigures } from './chest-look.ts'\n\n` +
    `/** The hash of the model of the lungs. */\nexport const MEASURED_WITH = '${pack.card.sha256}'\n\n` +
    `export const ABOUT_CHESTS: ChestFigures = ${JSON.stringify(figures)}\n`,
)
console.error(`${looks.length} pictures were measured. Format the file: npx prettier --write ${FIGURES}`)

async function lookOf(film: Film, lungFinder: LungFinder): Promise<ChestLook | null> {
  const { input } = lungFinder.card
  const { lungs, found, hanging } = await locate(film, lungFinder)
  if (lungs === null || found === 'no pair' || hanging !== 'right') return null
  const view = wholeFilmView(film, input)
  const grey = filledPart(viewTensor(film, view, input), input.width, view.filled)
  return chestLook({ grey, lungs, sure: sureness(lungs.mask) })
}
