// A spec outside the repository finds the repository's own Playwright, the same instance that runs
// it, whatever lies in the folders above the spec. The configuration loads this in each process.
import { registerHooks } from 'node:module'

const here = new URL('./hilum.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== '@playwright/test') return next(specifier, context)
    return next(specifier, { ...context, parentURL: here })
  },
})
