import { readdirSync, readFileSync } from 'node:fs'

const PAGE_BYTES = 4096

/** Resident bytes of a process and its children (proc(5): stat, statm). Pages that they share count for each. */
export function familyMemory(parent: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const family = all.filter((pid) => Number(pid) === parent || parentOf(pid) === parent)
  return family.reduce((sum, pid) => sum + residentBytes(pid), 0)
}

function parentOf(pid: string): number {
  // The name, in brackets, may hold anything; the state and the parent come after its last bracket.
  const [, parent] = procFile(pid, 'stat').split(')').at(-1)?.trim().split(' ') ?? []
  return Number(parent)
}

function residentBytes(pid: string): number {
  const [, pages = '0'] = procFile(pid, 'statm').split(' ')
  return Number(pages) * PAGE_BYTES
}

function procFile(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It ended between the listing and now.
    return ''
  }
}
