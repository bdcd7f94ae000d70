// Which folder may import what. The longest `at` that a file's path begins with is its zone.

export interface Zone {
  /** A folder, ending in a slash, or one file; relative to the repository. */
  readonly at: string
  /** Our own folders and files that may be imported. A zone may always import itself; one that needs Electron is named by itself. */
  readonly ours: readonly string[]
  /** Packages that may be imported; all of them where it is left out. */
  readonly packages?: readonly string[]
  /** Whether the zone runs where Node's own modules are. */
  readonly node: boolean
  /** 'types' for files that are checked against Electron and run without it. */
  readonly electron: 'never' | 'types' | 'values'
}

const SHARED = 'src/shared/'
const ADAPTERS = 'src/main/adapters/'
const ELECTRON_IPC = 'src/main/adapters/electron-ipc.ts'
const PACKS = 'src/main/packs/'
const PROVIDERS = 'src/main/providers/'
const PIPELINE = 'src/main/pipeline/'
const ENGINE = 'src/main/engine/'
const STORE = 'src/main/store/'
const REPORT = 'src/main/report/'
const EXPORT = 'src/main/export/'
const WINDOW = 'src/main/window/'
const PLACES = 'src/main/places.ts'
const SAMPLES = 'scripts/samples/'
const ROOMS = [SHARED, ADAPTERS, PACKS, PROVIDERS, PIPELINE, ENGINE, STORE, REPORT, EXPORT, PLACES]

export const ZONES: readonly Zone[] = [
  { at: SHARED, ours: [], packages: ['zod'], node: false, electron: 'never' },
  { at: ADAPTERS, ours: [SHARED], node: true, electron: 'never' },
  { at: ELECTRON_IPC, ours: [SHARED], node: true, electron: 'values' },
  // The golden films are phantoms, which the samples are made of too.
  { at: PACKS, ours: [SHARED, ADAPTERS, PIPELINE, PLACES, SAMPLES], node: true, electron: 'never' },
  { at: PIPELINE, ours: [SHARED, ADAPTERS], node: true, electron: 'never' },
  { at: PROVIDERS, ours: [SHARED, ADAPTERS, PACKS, PIPELINE], node: true, electron: 'never' },
  { at: ENGINE, ours: [SHARED, ADAPTERS, PACKS, PROVIDERS, PIPELINE, PLACES], node: true, electron: 'types' },
  { at: STORE, ours: [SHARED, ADAPTERS, PIPELINE], node: true, electron: 'never' },
  { at: REPORT, ours: [SHARED, ADAPTERS, PIPELINE, PLACES], node: true, electron: 'never' },
  { at: EXPORT, ours: [SHARED, ADAPTERS, PIPELINE, REPORT, PLACES], node: true, electron: 'never' },
  { at: PLACES, ours: [SHARED], node: true, electron: 'never' },
  { at: 'src/main/cli/', ours: ROOMS, node: true, electron: 'never' },
  { at: WINDOW, ours: [...ROOMS, ELECTRON_IPC], node: true, electron: 'values' },
  { at: 'src/main/main.ts', ours: [...ROOMS, ELECTRON_IPC, WINDOW], node: true, electron: 'values' },
  // A sandboxed preload has Electron and no Node.
  { at: 'src/preload/', ours: [SHARED], packages: [], node: false, electron: 'values' },
  {
    at: 'src/renderer/',
    ours: [SHARED],
    packages: ['react', 'react-dom', 'zustand', 'cornerstone-core'],
    node: false,
    electron: 'never',
  },
  { at: 'e2e/', ours: [SHARED], node: true, electron: 'types' },
  { at: 'e2e/fixtures/', ours: [SHARED, 'scripts/samples/'], node: true, electron: 'types' },
  // Small apps made to try the stand-in with.
  { at: 'e2e/host/fixtures/', ours: ['e2e/'], node: true, electron: 'values' },
  { at: 'scripts/', ours: [SHARED, 'src/main/', 'e2e/', 'package.json'], node: true, electron: 'types' },
]

/** Files that carry the schema library. The page, the preload and whatever they load may take types from them. */
export const SCHEMAS: readonly string[] = [
  'src/shared/contract.ts',
  'src/shared/card.ts',
  'src/shared/lungs-card.ts',
  'src/shared/score-file.ts',
]
export const SCHEMA_FREE: readonly string[] = ['src/shared/', 'src/preload/', 'src/renderer/']

/** Packages that are imported in few places only: files, or folders ending in a slash. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  'onnxruntime-node': ['src/main/adapters/onnxruntime.ts'],
  sharp: ['src/main/adapters/sharp.ts'],
  'cornerstone-core': ['src/renderer/adapters/cornerstone.ts'],
  '@cornerstonejs/codec-charls': ['src/main/pipeline/decode/codecs/jpeg-ls.ts'],
  '@cornerstonejs/codec-openjpeg': ['src/main/pipeline/decode/codecs/jpeg-2000.ts'],
  '@cornerstonejs/codec-openjph': ['src/main/pipeline/decode/codecs/htj2k.ts'],
  'jxl-oxide-wasm': ['src/main/pipeline/decode/codecs/jpeg-xl.ts'],
  yauzl: ['src/main/pipeline/read/zip-archive.ts'],
  pdfkit: ['src/main/report/sheet.ts'],
  fontkit: ['src/main/report/typeface.ts'],
  commander: ['src/main/cli/'],
  'playwright-core': ['e2e/'],
  '@playwright/test': ['e2e/', 'playwright.config.ts'],
}

/** Members of `electron` with one home. */
export const ELECTRON_HOMES: Readonly<Record<string, string>> = {
  ipcMain: ELECTRON_IPC,
}

/** Whether a zone's list lets it import one of our files. */
export function mayImport(zone: Zone, target: string): boolean {
  const needs = zoneOf(target)?.electron === 'values'
  return [zone.at, ...zone.ours].some(
    (place) => lies(target, place) && (!needs || place === zoneOf(target)?.at),
  )
}

export function zoneOf(file: string): Zone | undefined {
  return ZONES.filter(({ at }) => lies(file, at)).toSorted((a, b) => b.at.length - a.at.length)[0]
}

/** Whether a file is the place, or lies within it where the place is a folder. */
export function lies(file: string, place: string): boolean {
  return place.endsWith('/') ? file.startsWith(place) : file === place
}
