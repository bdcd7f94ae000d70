/** One process of the engine as its owner sees it; Electron and plain Node each bring their own. */
export interface EngineProcess {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, however the process ends, with what V8 said of it where that is known (last-words.ts). */
  onExit(listener: (lastWords?: string) => void): void
  kill(): void
}

export type StartProcess = () => EngineProcess
