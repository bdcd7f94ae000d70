import { constants, getPriority, setPriority } from 'node:os'
import { utilityProcess } from 'electron'
import { systemErrorCode } from '../../shared/errors.ts'
import type { EngineProcess } from '../engine/engine-process.ts'
import { hearWords } from '../engine/last-words.ts'
import { BEYOND_LIMIT, watchMemory } from '../engine/memory-guard.ts'

const STDIO: ('ignore' | 'inherit' | 'pipe')[] = ['ignore', 'inherit', 'pipe']

/** The engine's process under Electron. */
export function startUtilityProcess(worker: string): EngineProcess {
  return engineProcess(utilityProcess.fork(worker, [], { serviceName: 'Hilum engine', stdio: STDIO }))
}

/** The same for a whole list of films: all cores score, and still the window has one as soon as it wants it. */
export function startBackgroundProcess(worker: string): EngineProcess {
  const child = utilityProcess.fork(worker, [], { serviceName: 'Hilum batch engine', stdio: STDIO })
  child.once('spawn', () => giveWay(child.pid))
  return engineProcess(child)
}

function engineProcess(child: Electron.UtilityProcess): EngineProcess {
  const kill = () => child.kill()
  let lastWords = child.stderr ? hearWords(child.stderr, complain) : () => ''
  const endBeyondLimit = () => {
    lastWords = () => BEYOND_LIMIT
    kill()
  }
  child.once('spawn', () => {
    if (child.pid !== undefined) watchMemory(child.pid, endBeyondLimit)
  })
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener(lastWords())),
    kill,
  }
}

function complain(line: string): void {
  process.stderr.write(line)
}

// A third of the processor's time beside a busy window, all of it beside an idle one. Windows has no step so small.
const A_LITTLE_NICER = 5

function giveWay(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, Math.min(getPriority() + A_LITTLE_NICER, constants.priority.PRIORITY_LOW))
  } catch (error) {
    // It has ended already.
    if (systemErrorCode(error) !== 'ESRCH') throw error
  }
}
