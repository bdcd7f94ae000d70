import { fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import type { EngineProcess } from './engine-process.ts'
import { hearWords } from './last-words.ts'
import { BEYOND_LIMIT, watchMemory } from './memory-guard.ts'

/** What an engine's process is started with; it is one of several that share the cores and their memory. */
export const ENGINE_FLAGS = [
  // One whose garbage others sweep waits for threads that have no core to run on, and asks again and again meanwhile: a
  // fifth of a small film's time, half of a large one's.
  '--single-threaded-gc',
  // In megabytes. New objects stay near the processor, and fewer pages are touched for the first time: 1 to 3 %.
  '--max-semi-space-size=4',
  // Threads that compile. The cores have other work, and each thread has memory of its own: 10 ms of a start.
  '--v8-pool-size=1',
]

/** The engine's process where there is no Electron: the command line, tests and benchmarks. */
export function startNodeProcess(worker: string, mostBytes?: number): EngineProcess {
  const child = fork(worker, [], {
    env: environment(),
    execArgv: [...process.execArgv, ...ENGINE_FLAGS],
    // Typed arrays cross as they are.
    serialization: 'advanced',
    // Standard output belongs to the results.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  let lastWords = child.stderr ? hearWords(child.stderr, complain) : () => ''
  const endBeyondLimit = () => {
    lastWords = () => BEYOND_LIMIT
    kill()
  }
  // There is none where no process could be started, which its exit tells.
  if (child.pid !== undefined) watchMemory(child.pid, endBeyondLimit, mostBytes)
  return {
    // A message to a process that has just died is lost; its exit tells the same.
    post: (message) => child.connected && child.send(message as object, () => undefined),
    onMessage: (listener) => child.on('message', listener),
    // After its streams have ended, so that its last words are known.
    onExit: (listener) => child.once('close', () => listener(lastWords())).once('error', () => listener()),
    kill,
  }
}

/** What native libraries complain of is worth seeing. */
function complain(line: string): void {
  process.stderr.write(line)
}

/** Where this process keeps compiled code between its runs, the engine's keeps its own: it is there 60 ms sooner. */
function environment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir()
  // What is told is the folder of this version of Node within the one that was asked for.
  return cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) }
}
