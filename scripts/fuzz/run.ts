// Runs the child over a range of inputs, and starts another behind whatever stopped it.

import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { seedsOfKind } from './seeds.ts'

export interface FuzzLimits {
  readonly secondsEach: number
  readonly megabytes: number
  /** Ends the run early; inputs are counted up to there. */
  readonly seconds: number
}

export interface FuzzFault {
  readonly index: number
  readonly kind: string
  readonly what: 'crash' | 'hang' | 'memory' | 'uncoded'
  readonly detail: string
}

export interface FuzzReport {
  readonly inputs: number
  readonly seconds: number
  /** How many ended as a picture, with a warning, or with each code. */
  readonly outcomes: ReadonlyMap<string, number>
  readonly kinds: ReadonlyMap<string, number>
  readonly faults: readonly FuzzFault[]
}

interface Run {
  readonly seed: number
  readonly end: number
  readonly only: string
  readonly limits: FuzzLimits
  readonly startedAt: number
  readonly outcomes: Map<string, number>
  readonly kinds: Map<string, number>
  readonly faults: FuzzFault[]
  next: number
}

const child = fileURLToPath(new URL('child.ts', import.meta.url))

export async function fuzz(
  range: { seed: number; first: number; inputs: number; only: string },
  limits: FuzzLimits,
): Promise<FuzzReport> {
  // Before a child is started, which would end without a word of its own.
  seedsOfKind(range.only)
  const run: Run = {
    seed: range.seed,
    end: range.first + range.inputs,
    only: range.only,
    limits,
    startedAt: performance.now(),
    outcomes: new Map(),
    kinds: new Map(),
    faults: [],
    next: range.first,
  }
  while (run.next < run.end && !isOver(run)) await runChild(run)
  return {
    inputs: run.next - range.first,
    seconds: (performance.now() - run.startedAt) / 1000,
    outcomes: run.outcomes,
    kinds: run.kinds,
    faults: run.faults,
  }
}

function isOver({ startedAt, limits }: Run): boolean {
  return performance.now() - startedAt > limits.seconds * 1000
}

/** Until the child is through, or breaks a limit, or breaks down; `run.next` is then behind the input to blame. */
async function runChild(run: Run): Promise<void> {
  const args = [child, String(run.seed), String(run.next), String(run.end), run.only]
  const process = spawn(globalThis.process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const watch = watchLimits(run, process)
  const complaints: string[] = []
  process.stderr?.on('data', (data: Buffer) => complaints.push(data.toString()))
  const exited = new Promise<string>((resolve) => {
    process.once('exit', (code, signal) => resolve(signal ?? String(code)))
  })
  for await (const line of createInterface({ input: process.stdio[3] as Readable })) watch.line(line)
  const how = await exited
  const reason = watch.stop()
  if (how === '0' || reason === 'over') return
  const { index, kind } = watch.current()
  const detail = reason === '' ? `${how} ${complaints.join('').slice(-400)}` : reason
  run.faults.push({ index, kind, what: reason === '' ? 'crash' : (reason as 'hang' | 'memory'), detail })
  run.next = index + 1
}

function watchLimits(run: Run, process: ChildProcess) {
  let current = { index: run.next, kind: 'start' }
  let startedAt = performance.now()
  let reason = ''
  const stopBy = (why: string): void => {
    reason = why
    process.kill('SIGKILL')
  }
  const timer = setInterval(() => {
    // A child takes some seconds to start on a busy machine.
    const allowed = current.kind === 'start' ? 60 : run.limits.secondsEach
    if (performance.now() - startedAt > allowed * 1000) stopBy('hang')
    else if (residentMegabytes(process.pid) > run.limits.megabytes) stopBy('memory')
    else if (isOver(run)) stopBy('over')
  }, 200)
  return {
    current: () => current,
    line(text: string): void {
      const [event = '', index = '', ...rest] = text.split(' ')
      if (event === 'start') {
        current = { index: Number(index), kind: rest[0] ?? '' }
        startedAt = performance.now()
      } else finish(run, current, rest)
    },
    stop(): string {
      clearInterval(timer)
      return reason
    },
  }
}

function finish(
  run: Run,
  { index, kind }: { index: number; kind: string },
  [outcome = '', ...detail]: readonly string[],
): void {
  count(run.outcomes, outcome)
  count(run.kinds, kind)
  if (outcome === 'uncoded') run.faults.push({ index, kind, what: 'uncoded', detail: detail.join(' ') })
  run.next = index + 1
  if (run.next % 50_000 === 0)
    console.error(`${run.next.toLocaleString('en-GB')} inputs, ${run.faults.length} faults`)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** What Linux says; elsewhere the memory limit is not watched. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * 4096) / 2 ** 20
  } catch {
    // The process has just ended, or this is no Linux.
    return 0
  }
}
