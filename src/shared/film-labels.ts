// What a film is called before the reader: by its file's name, and where others of the list have the same, as all on a
// CD may, by what tells their folders apart. No more of a path is told.

interface Listed {
  readonly path: string
  readonly name: string
}

/** By path. */
export function filmLabels(films: readonly Listed[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const [name, paths] of pathsByName(films)) {
    const parts = paths.length === 1 ? [[]] : tellingParts(paths.map((path) => foldersOf(path, name)))
    for (const [i, path] of paths.entries()) labels.set(path, [...parts[i]!, name].join(' / '))
  }
  return labels
}

/** Each once: the frames of a film have one path. */
function pathsByName(films: readonly Listed[]): ReadonlyMap<string, string[]> {
  const names = new Map(films.map(({ path, name }) => [path, name]))
  const paths = new Map<string, string[]>()
  for (const [path, name] of names) {
    const namesakes = paths.get(name)
    if (namesakes === undefined) paths.set(name, [path])
    else namesakes.push(path)
  }
  return paths
}

/** The nearest to the film first; an archive is a folder too. */
function foldersOf(path: string, name: string): string[] {
  const folders = path.slice(0, path.length - name.length).split(/[/\\]/)
  return folders.filter((folder) => folder !== '').toReversed()
}

/** As few levels of folders as tell all of them apart, those nearest to the film if there is a choice, the outermost first. */
function tellingParts(folders: readonly (readonly string[])[]): string[][] {
  const deepest = Math.max(...folders.map(({ length }) => length))
  let levels: number[] = []
  while (levels.length < deepest && !tellsApart(folders, levels)) levels.push(levels.length)
  for (const level of levels) {
    const others = levels.filter((other) => other !== level)
    if (tellsApart(folders, others)) levels = others
  }
  return folders.map((own) =>
    partsAt(own, levels)
      .toReversed()
      .filter((part) => part !== ''),
  )
}

function tellsApart(folders: readonly (readonly string[])[], levels: readonly number[]): boolean {
  const seen = new Set<string>()
  for (const own of folders) {
    const parts = partsAt(own, levels).join('/')
    if (seen.has(parts)) return false
    seen.add(parts)
  }
  return true
}

function partsAt(folders: readonly string[], levels: readonly number[]): string[] {
  return levels.map((level) => folders[level] ?? '')
}
