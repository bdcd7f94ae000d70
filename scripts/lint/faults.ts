// One small fault for each rule, and right code beside it that the same rule must leave alone.

export interface Planted {
  /** Where the code would lie in the repository; the zones go by it. */
  readonly file: string
  readonly code: string
}

export interface Fault extends Planted {
  /** The rule that must speak, as the linter names it. */
  readonly rule: string
  /** What its message must say. */
  readonly says: RegExp
}

const lines = (count: number, line: string): string => Array.from({ length: count }, () => line).join('\n')

const ZONES: readonly Fault[] = [
  {
    file: 'src/shared/reaches-up.ts',
    code: `import { analyse } from '../main/pipeline/analyse.ts'\nanalyse()\n`,
    rule: 'hilum(zones)',
    says: /^src\/shared\/ may import nothing of ours but itself; src\/main\/pipeline\/analyse\.ts is not among them\.$/,
  },
  {
    file: 'src/main/pipeline/asks-the-store.ts',
    code: `import type { Film } from '../store/films.ts'\nexport const film: Film | null = null\n`,
    rule: 'hilum(zones)',
    says: /^src\/main\/pipeline\/ may import only src\/shared\/, src\/main\/adapters\/; src\/main\/store\/films\.ts is not/,
  },
  {
    file: 'src/main/adapters/knows-the-engine.ts',
    code: `export { client } from '../engine/client.ts'\nexport const one = 1\n`,
    rule: 'hilum(zones)',
    says: /src\/main\/engine\/client\.ts is not among them/,
  },
  {
    file: 'src/main/report/opens-a-window.ts',
    code: `export const open = () => import('../window/open-window.ts')\n`,
    rule: 'hilum(zones)',
    says: /src\/main\/window\/open-window\.ts is not among them/,
  },
  {
    file: 'src/main/cli/opens-a-window.ts',
    code: `import { open } from '../window/open-window.ts'\nopen()\n`,
    rule: 'hilum(zones)',
    says: /^src\/main\/cli\/ may import only/,
  },
  {
    file: 'src/main/pipeline/needs-electron-by-the-back-door.ts',
    code: `import { listen } from '../adapters/electron-ipc.ts'\nlisten('open')\n`,
    rule: 'hilum(zones)',
    says: /src\/main\/adapters\/electron-ipc\.ts is not among them/,
  },
  {
    file: 'src/preload/reaches-main.ts',
    code: `import { places } from '../main/places.ts'\nexport const there = places\n`,
    rule: 'hilum(zones)',
    says: /^src\/preload\/ may import only src\/shared\/;/,
  },
  {
    file: 'src/renderer/viewer/reaches-main.ts',
    code: `type Film = import('../../main/pipeline/film.ts').Film\nexport const film: Film | null = null\n`,
    rule: 'hilum(zones)',
    says: /^src\/renderer\/ may import only src\/shared\/;/,
  },
  {
    file: 'e2e/knows-the-inside.spec.ts',
    code: `import { places } from '../src/main/places.ts'\nexport const there = places\n`,
    rule: 'hilum(zones)',
    says: /^e2e\/ may import only src\/shared\/;/,
  },
]

const PLATFORM: readonly Fault[] = [
  {
    file: 'src/main/pipeline/speaks-of-electron.ts',
    code: `import type { BrowserWindow } from 'electron'\nexport const window: BrowserWindow | null = null\n`,
    rule: 'hilum(platform)',
    says: /^src\/main\/pipeline\/ never speaks of Electron/,
  },
  {
    file: 'src/main/engine/forks-by-electron.ts',
    code: `import { utilityProcess } from 'electron'\nexport const fork = utilityProcess.fork\n`,
    rule: 'hilum(platform)',
    says: /runs without Electron/,
  },
  {
    file: 'src/main/window/needs-electron.test.ts',
    code: `import { app } from 'electron'\nexport const version = app.getVersion()\n`,
    rule: 'hilum(platform)',
    says: /^A test runs without Electron/,
  },
  {
    file: 'src/shared/reads-files.ts',
    code: `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
    rule: 'hilum(platform)',
    says: /^src\/shared\/ runs where Node's own modules are not; node:fs can't be imported/,
  },
  {
    file: 'src/renderer/adapters/uses-lodash.ts',
    code: `import { clamp } from 'lodash'\nexport const within = clamp\n`,
    rule: 'hilum(platform)',
    says: /^src\/renderer\/ may import only react, .*; lodash is not among them/,
  },
  {
    file: 'src/preload/checks-schemas.ts',
    code: `import * as z from 'zod'\nexport const text = z.string()\n`,
    rule: 'hilum(platform)',
    says: /^src\/preload\/ may import no package/,
  },
]

const HOMES: readonly Fault[] = [
  {
    file: 'src/main/pipeline/infer/runs-itself.ts',
    code: `import type { InferenceSession } from 'onnxruntime-node'\nexport const session: InferenceSession | null = null\n`,
    rule: 'hilum(one-importer)',
    says: /^onnxruntime-node is imported in src\/main\/adapters\/onnxruntime\.ts alone/,
  },
  {
    file: 'src/main/pipeline/decode/reads-jpeg.ts',
    code: `export const load = () => import('sharp')\n`,
    rule: 'hilum(one-importer)',
    says: /^sharp is imported in src\/main\/adapters\/sharp\.ts alone/,
  },
  {
    file: 'src/renderer/viewer/draws-itself.ts',
    code: `import * as cornerstone from 'cornerstone-core'\nexport const enable = cornerstone.enable\n`,
    rule: 'hilum(one-importer)',
    says: /^cornerstone-core is imported in src\/renderer\/adapters\/cornerstone\.ts alone/,
  },
  {
    file: 'src/main/window/listens-itself.ts',
    code: `import { app, ipcMain } from 'electron'\nipcMain.handle('version', () => app.getVersion())\n`,
    rule: 'hilum(one-importer)',
    says: /^ipcMain is imported in src\/main\/adapters\/electron-ipc\.ts alone/,
  },
  {
    file: 'src/main/window/takes-all-of-electron.ts',
    code: `import * as electron from 'electron'\nexport const listen = electron.ipcMain.handle\n`,
    rule: 'hilum(one-importer)',
    says: /^Import from electron by name/,
  },
  {
    file: 'src/main/engine/requires.ts',
    code: `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\nexport const pdf: unknown = require('pdfkit')\n`,
    rule: 'hilum(one-importer)',
    says: /^pdfkit is imported in src\/main\/report\/sheet\.ts alone/,
  },
]

const SCHEMAS: readonly Fault[] = [
  {
    file: 'src/renderer/state/parses-cards.ts',
    code: `import { cardSchema } from '../../shared/card.ts'\nexport const parse = cardSchema.parse\n`,
    rule: 'hilum(schema-types-only)',
    says: /^Only types may be taken from src\/shared\/card\.ts here/,
  },
  {
    file: 'src/shared/brings-zod-by-the-back-door.ts',
    code: `import * as z from 'zod'\nexport const text = z.string()\n`,
    rule: 'hilum(schema-types-only)',
    says: /^Only types may be taken from zod here/,
  },
]

const STYLE: readonly Fault[] = [
  {
    file: 'src/main/pipeline/normalise/window-utils.ts',
    code: `export const one = 1\n`,
    rule: 'hilum(named-for-concept)',
    says: /^“window-utils\.ts” names no concept/,
  },
  {
    file: 'src/renderer/helpers/clamp.ts',
    code: `export const one = 1\n`,
    rule: 'hilum(named-for-concept)',
    says: /^“helpers” names no concept/,
  },
  {
    file: 'src/main/store/index.ts',
    code: `export const films = new Map<string, string>()\n`,
    rule: 'hilum(no-barrel)',
    says: /re-exports hides who imports what/,
  },
  {
    file: 'src/shared/everything.ts',
    code: `export * from './units.ts'\nexport { HilumError } from './errors.ts'\n`,
    rule: 'hilum(no-barrel)',
    says: /re-exports hides who imports what/,
  },
  {
    file: 'src/main/store/film-class.ts',
    code: `export class FilmManager {\n  readonly films = 0\n}\n`,
    rule: 'hilum(named-for-work)',
    says: /^“FilmManager” says no more/,
  },
  {
    file: 'src/main/pipeline/normalise/width.ts',
    code: `export const width = (given: number | null) => given || 256\n`,
    rule: 'hilum(no-number-by-or)',
    says: /^0 is a value/,
  },
  {
    file: 'src/main/packs/says-it-straight.ts',
    code: `export const said = (name: string) => \`\${name} can't be read.\`\n`,
    rule: 'hilum(no-straight-apostrophe)',
    says: /^“can't” has a straight apostrophe/,
  },
  {
    file: 'src/main/store/swallows.ts',
    code: `export function read(text: string): unknown {\n  try {\n    return JSON.parse(text)\n  } catch {\n    // The file was damaged.\n  }\n  return null\n}\n`,
    rule: 'hilum(no-silent-catch)',
    says: /hides a failure/,
  },
  {
    file: 'src/main/store/swallows-later.ts',
    code: `export async function save(work: Promise<void>): Promise<void> {\n  await work.catch(() => undefined)\n}\n`,
    rule: 'hilum(no-silent-catch)',
    says: /hides a failure/,
  },
]

const SIZE: readonly Fault[] = [
  {
    file: 'src/main/pipeline/gate/long-file.ts',
    code: `${lines(201, `// A line.\n`)}\nexport const one = 1\n`,
    rule: 'eslint(max-lines)',
    says: /too many lines/,
  },
  {
    file: 'src/main/pipeline/gate/long-function.ts',
    code: `export function long(values: number[]): void {\n${lines(61, '  values.push(1)')}\n}\n`,
    rule: 'eslint(max-lines-per-function)',
    says: /too many lines/,
  },
  {
    file: 'src/main/pipeline/gate/many-parameters.ts',
    code: `export const sum = (a: number, b: number, c: number, d: number, e: number) => a + b + c + d + e\n`,
    rule: 'eslint(max-params)',
    says: /too many parameters/,
  },
  {
    file: 'src/main/pipeline/gate/many-ways.ts',
    code: `export function ways(n: number): number {\n${lines(16, '  if (n > 1) n -= 1')}\n  return n\n}\n`,
    rule: 'eslint(complexity)',
    says: /complexity/,
  },
]

const TYPES_AND_PROMISES: readonly Fault[] = [
  {
    file: 'src/main/pipeline/read/any.ts',
    code: `export const length = (film: any): number => Number(film)\n`,
    rule: 'typescript(no-explicit-any)',
    says: /any/,
  },
  {
    file: 'src/main/pipeline/read/any-by-the-back-door.ts',
    code: `export function rows(text: string): number {\n  const film = JSON.parse(text)\n  return Number(film)\n}\n`,
    rule: 'typescript(no-unsafe-assignment)',
    says: /any/,
  },
  {
    file: 'src/main/pipeline/read/forgotten.ts',
    code: `async function read(): Promise<void> {\n  await Promise.resolve()\n}\nexport function start(): void {\n  read()\n}\n`,
    rule: 'typescript(no-floating-promises)',
    says: /must be awaited/,
  },
  {
    file: 'src/main/pipeline/read/always-true.ts',
    code: `const exists = async (): Promise<boolean> => Promise.resolve(false)\nexport const answer = () => {\n  if (exists()) return 'there'\n  return 'gone'\n}\n`,
    rule: 'typescript(no-misused-promises)',
    says: /Promise/,
  },
  {
    file: 'src/main/pipeline/read/empty-block.ts',
    code: `export function skip(yes: boolean): void {\n  if (yes) {\n  }\n}\n`,
    rule: 'eslint(no-empty)',
    says: /empty/,
  },
  {
    file: 'src/main/store/leaves.ts',
    code: `import process from 'node:process'\nexport const leave = () => process.exit(1)\n`,
    rule: 'unicorn(no-process-exit)',
    says: /process\.exit/,
  },
]

const REACT: readonly Fault[] = [
  {
    file: 'src/renderer/worklist/sometimes.tsx',
    code: `import { useState } from 'react'\nexport function Row({ open }: { readonly open: boolean }) {\n  if (!open) return null\n  const [name] = useState('')\n  return <p>{name}</p>\n}\n`,
    rule: 'react-hooks(rules-of-hooks)',
    says: /useState/,
  },
  {
    file: 'src/renderer/worklist/stale.tsx',
    code: `import { useEffect } from 'react'\nexport function Title({ name }: { readonly name: string }) {\n  useEffect(() => {\n    document.title = name\n  }, [])\n  return null\n}\n`,
    rule: 'react-hooks(exhaustive-deps)',
    says: /name/,
  },
]

const CYCLES: readonly Planted[] = [
  {
    file: 'src/main/store/hen.ts',
    code: `import { egg } from './egg.ts'\nexport const hen = (): number => egg()\n`,
  },
]

export const FAULTS: readonly Fault[] = [
  ...ZONES,
  ...PLATFORM,
  ...HOMES,
  ...SCHEMAS,
  ...STYLE,
  ...SIZE,
  ...TYPES_AND_PROMISES,
  ...REACT,
  {
    file: 'src/main/store/egg.ts',
    code: `import { hen } from './hen.ts'\nexport const egg = (): number => hen()\n`,
    rule: 'import(no-cycle)',
    says: /cycle/i,
  },
]

/** Right code: the linter must say nothing of it. */
export const SOUND: readonly Planted[] = [
  {
    file: 'src/main/pipeline/infer/asks-the-adapter.ts',
    code: `import { createSession } from '../../adapters/onnxruntime.ts'\nexport const create = createSession\n`,
  },
  {
    file: 'src/main/adapters/sharp.ts',
    code: `import { readFile } from 'node:fs/promises'\nimport sharp from 'sharp'\nexport const open = async (file: string) => sharp(await readFile(file))\n`,
  },
  {
    file: 'src/main/adapters/electron-ipc.ts',
    code: `import { ipcMain } from 'electron'\nexport const listen = (name: string) => ipcMain.on(name, () => console.error(name))\n`,
  },
  {
    file: 'src/main/adapters/sharp.test.ts',
    code: `import test from 'node:test'\nimport sharp from 'sharp'\ntest('sharp is there', async () => {\n  await sharp().metadata()\n})\n`,
  },
  {
    file: 'src/main/window/listens.ts',
    code: `import { app } from 'electron'\nimport { listen } from '../adapters/electron-ipc.ts'\nexport const start = () => app.whenReady().then(() => listen('open'))\n`,
  },
  {
    file: 'src/renderer/state/knows-cards.ts',
    code: `import type { Card } from '../../shared/card.ts'\nimport { filmId } from '../../shared/units.ts'\nexport const first = (cards: readonly Card[]) => [filmId('film-1'), cards[0]]\n`,
  },
  {
    file: 'src/main/pipeline/normalise/given-width.ts',
    code: `export const width = (given: number | null) => given ?? 256\n`,
  },
  {
    file: 'src/main/packs/says-it-as-print-does.ts',
    code: `// It can't be read otherwise.\nexport const said = (name: string) => \`\${name} can’t be called 'it'.\`\n`,
  },
  {
    file: 'src/main/store/makes-do.ts',
    code: `export const read = async (work: Promise<string>) => (await work.catch(() => undefined)) ?? 'none'\n`,
  },
  {
    file: 'src/main/store/acts.ts',
    code: `export const save = (work: Promise<void>) => work.catch((error: unknown) => console.error(error))\n`,
  },
]

/** What else must lie there for the others to make sense. */
export const SCENERY: readonly Planted[] = [
  ...CYCLES,
  { file: 'src/main/adapters/onnxruntime.ts', code: `export const createSession = () => 'session'\n` },
  { file: 'src/shared/card.ts', code: `export interface Card {\n  readonly id: string\n}\n` },
  { file: 'src/shared/units.ts', code: `export const filmId = (text: string) => text\n` },
]
