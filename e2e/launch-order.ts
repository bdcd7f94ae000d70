// What a launch is told, whichever host carries it out.
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** Main's built entry. */
export const appEntry = join(root, 'out', 'main', 'main.js')

export interface LaunchOrder {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly userData: string
}
