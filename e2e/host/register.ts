// Loaded before main's entry (node --import): `electron` is the stand-in, and the launcher can
// speak with it.
import { registerHooks } from 'node:module'
import './control.ts'

const standIn = new URL('./electron.ts', import.meta.url).href
const names = new Set(['electron', 'electron/main', 'electron/common'])

registerHooks({
  resolve(specifier, context, next) {
    if (names.has(specifier)) return { url: standIn, format: 'module-typescript', shortCircuit: true }
    return next(specifier, context)
  },
})

Object.defineProperty(process, 'type', { value: 'browser' })
