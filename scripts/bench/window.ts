// `npm run bench -- window FOLDER [--films N] [--browse] [--json]`: scores copies of the folder's films in the built app's
// window, and tells for how long at most its page and its main process answered nobody. With --browse a reader goes
// through the films meanwhile.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launch } from '../../e2e/launch.ts'
import type { Hilum } from '../../e2e/opened-app.ts'
import { buildAll } from '../build.ts'
import { copyFilms } from './copy-films.ts'
import { watchPage, type PageWatch } from './window/page-stalls.ts'
import type { Silence } from './window/silence-probe.ts'

const probe = new URL('./window/silence-probe.ts', import.meta.url).href
const BROWSE_EVERY_MS = 400

interface Outcome {
  readonly films: number
  readonly seconds: number
  readonly page: Awaited<ReturnType<PageWatch['end']>>
  /** Of the main process. */
  readonly main: { readonly starting: Longest; readonly scoring: Longest }
}

/** The longest silence, and the longest time in one that Hilum's own code took. */
interface Longest {
  readonly milliseconds: number
  readonly own: number
}

export async function runWindowBenchmark(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      films: { type: 'string', default: '500' },
      browse: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [given] = positionals
  if (given === undefined) throw new Error('Name a folder of films.')
  await buildAll()
  const folder = await mkdtemp(join(tmpdir(), 'hilum-window-'))
  try {
    await copyFilms(given, join(folder, 'films'), Number(values.films))
    const outcome = await scoreInWindow(folder, Number(values.films), values.browse)
    if (values.json) console.log(JSON.stringify(outcome))
    else print(outcome)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function scoreInWindow(folder: string, films: number, browse: boolean): Promise<Outcome> {
  const silenceFile = join(folder, 'silences.json')
  const env = { HILUM_SILENCES: silenceFile, NODE_OPTIONS: `--import ${probe}` }
  const app = await launch({ paths: [join(folder, 'films')], env })
  try {
    const { page } = app
    await page.getByRole('meter').first().waitFor({ timeout: 60_000 })
    const watch = await watchPage(page)
    const start = performance.now()
    const began = Date.now()
    await page.getByRole('button', { name: 'Score all' }).click()
    await scored(page, browse)
    const seconds = (performance.now() - start) / 1000
    const ended = Date.now()
    const turns = await watch.end()
    await app.close()
    const silences = JSON.parse(await readFile(silenceFile, 'utf8')) as Silence[]
    const starting = longest(silences.filter(({ at }) => at < began))
    const scoring = longest(silences.filter(({ at }) => at >= began && at < ended))
    return { films, seconds, page: turns, main: { starting, scoring } }
  } finally {
    await app.close()
    await rm(app.userData, { recursive: true, force: true })
  }
}

async function scored(page: Hilum['page'], browse: boolean): Promise<void> {
  const done = page.getByRole('status', { name: 'Scoring' }).filter({ hasText: /scored/ })
  while (!(await done.isVisible())) {
    if (browse) await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(BROWSE_EVERY_MS)
  }
}

function print({ films, seconds, page, main }: Outcome): void {
  console.log(`${films} films in ${seconds.toFixed(1)} s, ${(films / seconds).toFixed(1)} a second`)
  const { longest, over50 } = page
  console.log(
    `page: its longest turn took ${longest.processor.toFixed(0)} ms of the processor (${longest.wall.toFixed(0)} ms by ` +
      `the wall); ${over50} turns took 50 ms or more by the wall`,
  )
  const told = ({ milliseconds, own }: Longest) =>
    `${milliseconds.toFixed(0)} ms at most (by Hilum's own code ${own.toFixed(0)} ms)`
  console.log(`main: silent for ${told(main.starting)} before, for ${told(main.scoring)} while scoring`)
}

function longest(silences: readonly Silence[]): Longest {
  return {
    milliseconds: Math.max(0, ...silences.map(({ milliseconds }) => milliseconds)),
    own: Math.max(0, ...silences.map(({ own }) => own)),
  }
}
