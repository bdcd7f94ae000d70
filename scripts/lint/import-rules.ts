// Rules on who may import what; the tables are in zones.ts.

import { isBuiltin } from 'node:module'
import { fileOf, isFixture, isTest, onImports, ourFile, packageOf } from './syntax.ts'
import type { Import, Rule } from './syntax.ts'
import { ELECTRON_HOMES, HOMES, lies, mayImport, SCHEMA_FREE, SCHEMAS, zoneOf, type Zone } from './zones.ts'

type Judge = (file: string, found: Import) => string | undefined

/** Reports what the judge says of each import of a file. */
function importRule(judge: Judge): Rule {
  return {
    create: (context) => {
      const file = fileOf(context)
      return onImports((found) => {
        const message = judge(file, found)
        if (message !== undefined) context.report({ node: found.node, message })
      })
    },
  }
}

/** Folders import along the arrows of ARCHITECTURE.md. Tests may reach for anything of ours that helps them. */
export const zones = importRule((file, { from }) => {
  const zone = zoneOf(file)
  const target = ourFile(file, from)
  if (zone === undefined || target === undefined || isTest(file)) return undefined
  if (mayImport(zone, target)) return undefined
  return `${zone.at} may import ${listed(zone.ours, 'nothing of ours but itself')}; ${target} is not among them.`
})

/** Each place runs somewhere: in the page there is neither Node nor Electron, in tests and the command line no Electron. */
export const platform = importRule((file, { from, typeOnly }) => {
  const zone = zoneOf(file)
  if (zone === undefined || from.startsWith('.')) return undefined
  const name = packageOf(from)
  if (name === 'electron') return electronFault(zone, file, typeOnly)
  if (isTest(file)) return undefined
  if (isBuiltin(from)) {
    return zone.node
      ? undefined
      : `${zone.at} runs where Node's own modules are not; ${from} can't be imported.`
  }
  if (zone.packages === undefined || zone.packages.includes(name)) return undefined
  return `${zone.at} may import ${listed(zone.packages, 'no package')}; ${name} is not among them.`
})

function electronFault(zone: Zone, file: string, typeOnly: boolean): string | undefined {
  if (zone.electron === 'values' && !isTest(file)) return undefined
  if (typeOnly) return zone.electron === 'never' ? `${zone.at} never speaks of Electron.` : undefined
  return `${isTest(file) ? 'A test' : zone.at} runs without Electron, so it can't import a value from it; hand it in from src/main/main.ts.`
}

/** A foreign package is spoken to in one place, which turns its words and its failures into ours. */
export const oneImporter = importRule((file, { from, typeOnly, names }) => {
  if (isTest(file) || isFixture(file)) return undefined
  const name = packageOf(from)
  const homes = HOMES[name]
  if (homes !== undefined && !homes.some((home) => lies(file, home)))
    return `${name} is imported in ${homes.join(' and ')} alone; ask that for what you need.`
  if (name !== 'electron' || typeOnly) return undefined
  if (names === undefined) return 'Import from electron by name, so that the rules can see what is used.'
  const strayed = names.find((each) => ELECTRON_HOMES[each] !== undefined && ELECTRON_HOMES[each] !== file)
  return strayed === undefined ? undefined : `${strayed} is imported in ${ELECTRON_HOMES[strayed]} alone.`
})

/** The page checks nothing with schemas, so their library need not reach it, by any way round. */
export const schemaTypesOnly = importRule((file, { from, typeOnly }) => {
  if (typeOnly || isTest(file) || SCHEMAS.includes(file)) return undefined
  if (!SCHEMA_FREE.some((place) => lies(file, place))) return undefined
  const target = ourFile(file, from) ?? packageOf(from)
  if (target !== 'zod' && !SCHEMAS.includes(target)) return undefined
  return `Only types may be taken from ${target} here (import type): it would bring the schema library into the page.`
})

function listed(names: readonly string[], none: string): string {
  return names.length === 0 ? none : `only ${names.join(', ')}`
}
