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
import type { Stall } from './endurance/stall-probe.ts'
import { watchPage, type PageWatch } from './window/page-stalls.ts'

const probe = new URL('./endurance/stall-probe.ts', import.meta.url).href
const BROWSE_EVERY_MS = 400

interface Outcome {
  readonly films: number
  readonly seconds: number
  readonly page: Awaited<ReturnType<PageWatch['end']>>
  /** Of the main process, the longest of each second. */
  readonly main: readonly Stall[]
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
  const stallFile = join(folder, 'stalls.json')
  const env = { HILUM_STALLS: stallFile, NODE_OPTIONS: `--import ${probe}` }
  const app = await launch({ paths: [join(folder, 'films')], env })
  try {
    const { page } = app
    await page.getByRole('meter').first().waitFor({ timeout: 60_000 })
    const watch = await watchPage(page)
    const start = performance.now()
    await page.getByRole('button', { name: 'Score all' }).click()
    await scored(page, browse)
    const seconds = (performance.now() - start) / 1000
    const turns = await watch.end()
    await app.close()
    return { films, seconds, page: turns, main: JSON.parse(await readFile(stallFile, 'utf8')) as Stall[] }
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
  const busy = main.slice(0, -1).map(({ milliseconds }) => milliseconds)
  const [first = 0, ...later] = busy
  console.log(
    `main: silent for ${first.toFixed(0)} ms in its first second, ${Math.max(0, ...later).toFixed(0)} ms at most later`,
  )
}
