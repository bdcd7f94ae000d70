import { strings } from './strings.en.ts'

const names: Readonly<Record<string, string>> = strings.providers.names

/** What results carry, 'cuda' or 'cuda, cpu', as the reader is told it: 'CUDA, CPU'. */
export function providerNames(provider: string): string {
  return provider
    .split(', ')
    .map((id) => names[id] ?? id)
    .join(', ')
}
