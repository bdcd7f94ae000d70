/** One process of the engine as its owner sees it; Electron and plain Node each bring their own. */
export interface EngineProcess {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, however the process ends. */
  onExit(listener: () => void): void
  kill(): void
}

export type StartProcess = () => EngineProcess
