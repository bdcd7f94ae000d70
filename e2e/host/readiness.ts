// Whether app is ready: much of Electron may be touched only before, or only after.

export const readiness = { ready: false }

export function needsReady(what: string): void {
  if (!readiness.ready) throw new Error(`${what} before app is ready`)
}

export function needsNotReady(what: string): void {
  if (readiness.ready) throw new Error(`${what} should be called before app is ready`)
}
