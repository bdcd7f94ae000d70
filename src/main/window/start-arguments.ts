import { resolve } from 'node:path'

/** The paths among a start's arguments: not the program, not the app's folder, not a switch of Chromium's. */
export function pathsOf(
  argv: readonly string[],
  { packaged, cwd }: { packaged: boolean; cwd: string },
): string[] {
  return argv
    .slice(packaged ? 1 : 2)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(cwd, argument))
}
