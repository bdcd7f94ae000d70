/** One search for films, over all the paths it was given. */
export interface Search {
  readonly recursive: boolean
  /** Real paths of the files and folders that were met, so that links and repeated paths count once. */
  readonly met: Set<string>
  /** How often something was met again. */
  repeats: number
}

/** Whether this real path is met for the first time. */
export function meet(search: Search, realPath: string): boolean {
  if (search.met.has(realPath)) {
    search.repeats++
    return false
  }
  search.met.add(realPath)
  return true
}
