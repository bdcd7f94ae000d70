// app.requestSingleInstanceLock: one app per userData folder; the second leaves a note for the first.
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './settings.ts'

export interface SecondInstance {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

const folder = join(settings.userData, 'Instances')
const lock = join(folder, 'lock')

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function take(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

let held = false

/** True for the first; the second's arguments reach the first through `another`. */
export function takeInstanceLock(
  additionalData: unknown,
  another: (instance: SecondInstance) => void,
): boolean {
  if (held) return true
  mkdirSync(folder, { recursive: true })
  held = take()
  if (!held && !runs(Number(readFileSync(lock, 'utf8')))) {
    rmSync(lock)
    held = take()
  }
  if (!held) {
    const note: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(note))
    return false
  }
  hearOthers(another)
  return true
}

function hearOthers(another: (instance: SecondInstance) => void): void {
  const heard = new Set<string>()
  const watcher = watch(folder, (_kind, name) => {
    if (name?.endsWith('.json') !== true || heard.has(name)) return
    const text = readFileSync(join(folder, name), 'utf8')
    // The note is being written; its last change is announced too.
    if (!text.endsWith('}')) return
    heard.add(name)
    another(JSON.parse(text) as SecondInstance)
  })
  watcher.unref()
}

export function releaseInstanceLock(): void {
  if (held) rmSync(lock, { force: true })
  held = false
}
