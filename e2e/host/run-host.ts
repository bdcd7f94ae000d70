// The launcher's side of the host: starts main's entry in a Node process of its own under the
// stand-in, obeys none of its code, and hears what it reports.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command, Report } from './control.ts'
import { SETTINGS_VARIABLE, type HostSettings } from './host-settings.ts'

export interface Started {
  /** Where a spec attaches. */
  readonly endpoint: string
  readonly browserPid: number
}

export interface HostRun {
  readonly process: ChildProcess
  /** Resolves when a spec can attach; rejects when the app ends before. */
  readonly started: Promise<Started>
  /** Resolves with the exit status when the app and its browser have gone. */
  readonly exited: Promise<number>
  /** What the app used and the stand-in lacks. */
  readonly lacking: readonly string[]
  log(): string
  call(call: Command['call'], ...args: readonly unknown[]): Promise<unknown>
  /** Asks the app to quit; one that does not is ended. */
  quit(): Promise<number>
  kill(signal: NodeJS.Signals): Promise<number>
}

const LONGEST_GOODBYE_MS = 15_000

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
  const started = Promise.withResolvers<Started>()
  // Who only waits for the end need not look at the start.
  void Promise.allSettled([started.promise])
  child.on('message', (message) => {
    const report = message as Report
    if (report.kind === 'lacks') lacking.push(report.sentence)
    else if (report.kind === 'started') {
      browserPid = report.browserPid
      started.resolve(report)
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
  const call = (name: Command['call'], ...args: readonly unknown[]): Promise<unknown> => {
    const id = ++lastId
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(id, { resolve, reject })
    child.send({ id, call: name, args } satisfies Command)
    return promise.finally(() => waiting.delete(id))
  }
  return {
    process: child,
    started: started.promise,
    exited,
    lacking,
    log: () => text,
    call,
    async quit() {
      if (!child.connected) return exited
      const patience = setTimeout(() => child.kill('SIGKILL'), LONGEST_GOODBYE_MS)
      // The app may be gone before it has answered.
      await Promise.allSettled([call('quit')])
      return exited.finally(() => clearTimeout(patience))
    },
    kill(signal) {
      child.kill(signal)
      return exited
    },
  }
}
