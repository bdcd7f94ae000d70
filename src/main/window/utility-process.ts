import { utilityProcess } from 'electron'
import type { EngineProcess } from '../engine/engine-process.ts'

/** The engine's process under Electron. */
export function startUtilityProcess(worker: string): EngineProcess {
  const child = utilityProcess.fork(worker, [], { serviceName: 'Hilum engine', stdio: 'inherit' })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
