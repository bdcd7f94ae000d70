import type { Inspection } from '../pipeline/inspect.ts'
import { printable } from './display-width.ts'

/** An inspection for people: a line a fact, empty ones left out; nested facts are named by their path. */
export function inspectionText(
  entry: { readonly file: string } & (Inspection | { readonly error: object }),
): string {
  const { file, ...facts } = entry
  const lines = factLines(facts, '')
  const width = Math.max(...lines.map(([name]) => name.length))
  return `${printable(file)}\n${lines.map(([name, value]) => `  ${name.padEnd(width)}  ${printable(value)}\n`).join('')}\n`
}

function factLines(value: unknown, name: string): [string, string][] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) {
    const flat = value.every((item) => typeof item !== 'object')
    if (flat) return value.length === 0 ? [] : [[name, value.join(' \\ ')]]
    return value.flatMap((item, i) => factLines(item, `${name}[${i}]`))
  }
  if (typeof value !== 'object') return [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
  return Object.entries(value).flatMap(([key, item]) => factLines(item, name === '' ? key : `${name}.${key}`))
}
