// utilityProcess: a Node process beside main, with structured clone between them.
import { fork as forkNode, type ChildProcess } from 'node:child_process'
import { forApp, KnownEvents, knownOptions, lacks, withMembers } from './stand-in.ts'

const OPTIONS = new Set(['env', 'execArgv', 'cwd', 'stdio', 'serviceName', 'disclaim'])

const children = new Set<ChildProcess>()

const parentPort = new URL('./utility-child.ts', import.meta.url).href

type Stdio = 'pipe' | 'ignore' | 'inherit'

function stdioOf(asked: Electron.ForkOptions['stdio']): Stdio[] {
  const [, out = 'inherit', err = 'inherit'] = Array.isArray(asked) ? asked : [asked, asked, asked]
  return ['ignore', out as Stdio, err as Stdio]
}

type Members = 'postMessage' | 'kill' | 'pid' | 'stdout' | 'stderr'

function membersOf(child: ChildProcess, alive: () => boolean): Pick<Electron.UtilityProcess, Members> {
  return {
    postMessage(message: unknown, transfer: readonly unknown[] = []) {
      if (transfer.length > 0) throw lacks('transfer of MessagePorts to a UtilityProcess')
      if (alive()) child.send(message as object)
    },
    kill: () => (alive() ? child.kill() : false),
    get pid() {
      return alive() ? child.pid : undefined
    },
    stdout: child.stdout,
    stderr: child.stderr,
  }
}

function fork(
  modulePath: string,
  args: string[] = [],
  options: Electron.ForkOptions = {},
): Electron.UtilityProcess {
  knownOptions('utilityProcess.fork option', options, OPTIONS)
  const { env, execArgv = [], cwd } = options
  const child = forkNode(modulePath, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: (env ?? process.env) as NodeJS.ProcessEnv,
    // Main's own --import is not the child's.
    execArgv: [...execArgv, '--import', parentPort],
    stdio: [...stdioOf(options.stdio), 'ipc'],
    serialization: 'advanced',
  })
  children.add(child)
  // As in Electron there is a process id from 'spawn' to 'exit' only.
  let alive = false
  const events = new KnownEvents('electron.UtilityProcess', ['spawn', 'exit', 'message', 'error'])
  child.on('spawn', () => {
    alive = true
    events.emit('spawn')
  })
  child.on('message', (message) => events.emit('message', message))
  child.on('exit', (code, signal) => {
    alive = false
    children.delete(child)
    if (signal !== null && !child.killed)
      console.error(`The utility process ${modulePath} ended by ${signal}.`)
    events.emit('exit', code ?? 1)
  })
  child.on('error', (error) => console.error(`The utility process ${modulePath}:`, error))
  const members = membersOf(child, () => alive || (child.pid !== undefined && children.has(child)))
  return forApp('electron.UtilityProcess', withMembers(events, members)) as unknown as Electron.UtilityProcess
}

export function endUtilityProcesses(): void {
  for (const child of children) child.kill()
}

export const utilityProcess = forApp('electron.utilityProcess', { fork } satisfies Pick<
  typeof Electron.UtilityProcess,
  'fork'
>)
