import { readdirSync, readFileSync } from 'node:fs'

/** What a process and its children use. */
export interface FamilyUse {
  /** Resident bytes; pages that they share count for each. */
  readonly resident: number
  /** The same, each page shared among all processes that have it (proc(5): Pss): what the family costs the machine. */
  readonly proportional: number
  readonly processorSeconds: number
}

// Linux counts processor time in hundredths of a second (USER_HZ) wherever it shows it.
const TICKS_A_SECOND = 100

export function familyUse(parent: number): FamilyUse {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const family = all.filter((pid) => Number(pid) === parent || Number(stat(pid)[1]) === parent)
  const uses = family.map(useOf)
  const total = (pick: (use: FamilyUse) => number) => uses.reduce((sum, use) => sum + pick(use), 0)
  return {
    resident: total((use) => use.resident),
    proportional: total((use) => use.proportional),
    processorSeconds: total((use) => use.processorSeconds),
  }
}

function useOf(pid: string): FamilyUse {
  const rollup = procFile(pid, 'smaps_rollup')
  const bytes = (name: string) => 1024 * Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(rollup)?.[1] ?? 0)
  const [user, system] = stat(pid).slice(11, 13)
  return {
    resident: bytes('Rss'),
    proportional: bytes('Pss'),
    processorSeconds: (Number(user ?? 0) + Number(system ?? 0)) / TICKS_A_SECOND,
  }
}

/** The fields of proc(5)'s stat from the state on, which is the third: the name before it may hold anything. */
function stat(pid: string): string[] {
  return procFile(pid, 'stat').split(')').at(-1)?.trim().split(' ') ?? []
}

function procFile(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It ended between the listing and now.
    return ''
  }
}
