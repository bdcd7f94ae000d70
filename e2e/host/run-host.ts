// The launcher's side of the host: starts main's entry in a Node process of its own under the
// stand-in, obeys none of its code, and hears what it reports.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command, Report } from './control.ts'
import { SETTINGS_VARIABLE, type HostSettings } from './settings.ts'

export interface HostRun {
  readonly process: ChildProcess
  /** Resolves when a spec can attach; rejects when the app ends before. */
  readonly started: Promise<{ readonly endpoint: string }>
  /** Resolves with the exit status when the app and its browser have gone. */
  readonly exited: Promise<number>
  /** What the app used and the stand-in lacks. */
  readonly lacking: readonly string[]
  log(): string
  call(call: Command['call'], ...args: readonly unknown[]): Promise<unknown>
  kill(signal: NodeJS.Signals): Promise<number>
}

const register = fileURLToPath(new URL('./register.ts', import.meta.url))

export interface HostOrder extends HostSettings {
  /** Main's built entry. */
  readonly entry: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

function spawnHost(order: HostOrder): ChildProcess {
  const { entry, args, userData, headed, env = {} } = order
  const host = { [SETTINGS_VARIABLE]: JSON.stringify({ userData, headed } satisfies HostSettings) }
  return spawn(process.execPath, ['--import', register, entry, ...args], {
    env: { ...process.env, ...env, ...host },
    stdio: headed ? ['inherit', 'inherit', 'inherit', 'ipc'] : ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
}

/** A host that was killed could not end its browser. */
function endBrowser(pid: number | undefined): void {
  if (pid === undefined || pid === 0) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

export function runHost(order: HostOrder): HostRun {
  const child = spawnHost(order)
  const lacking: string[] = []
  const waiting = new Map<number, Waiting>()
  let text = ''
  let lastId = 0
  let browserPid: number | undefined
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  const started = Promise.withResolvers<{ endpoint: string }>()
  // Who only waits for the end need not look at the start.
  void Promise.allSettled([started.promise])
  child.on('message', (message) => {
    const report = message as Report
    if (report.kind === 'lacks') lacking.push(report.sentence)
    else if (report.kind === 'started') {
      browserPid = report.browserPid
      started.resolve({ endpoint: report.endpoint })
    } else if (report.error === undefined) waiting.get(report.id)?.resolve(report.result)
    else waiting.get(report.id)?.reject(new Error(report.error))
  })
  const exited = once(child, 'close').then(([code]: (number | null)[]) => {
    endBrowser(browserPid)
    const gone = new Error(`The app ended (exit status ${code ?? 'none'}):\n${text}`)
    started.reject(gone)
    for (const { reject } of waiting.values()) reject(gone)
    return code ?? 1
  })
  return {
    process: child,
    started: started.promise,
    exited,
    lacking,
    log: () => text,
    call(call, ...args) {
      const id = ++lastId
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      waiting.set(id, { resolve, reject })
      child.send({ id, call, args } satisfies Command)
      return promise.finally(() => waiting.delete(id))
    },
    kill(signal) {
      child.kill(signal)
      return exited
    },
  }
}
