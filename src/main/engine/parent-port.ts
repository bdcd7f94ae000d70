// The worker's way to its parent, whichever of the two kinds of process it is.

export interface ParentPort {
  onMessage(listener: (message: unknown) => void): void
  post(message: unknown): void
}

interface ElectronParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

export function parentPort(): ParentPort {
  const electron = (process as { parentPort?: ElectronParentPort }).parentPort
  if (electron) {
    return {
      onMessage: (listener) => electron.on('message', ({ data }) => listener(data)),
      post: (message) => electron.postMessage(message),
    }
  }
  // Without its parent nobody will ever ask again.
  process.on('disconnect', () => process.exit())
  return {
    onMessage: (listener) => process.on('message', listener),
    post: (message) => process.send?.(message),
  }
}
