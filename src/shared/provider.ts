// What can run a model. The names are those that the command line takes and that results carry.

export const PROVIDERS = ['cuda', 'directml', 'coreml', 'webgpu', 'cpu'] as const

export type Provider = (typeof PROVIDERS)[number]

/** `auto`: the first of the platform's order that is proven on this machine and no slower than the CPU. */
export const PROVIDER_CHOICES = ['auto', ...PROVIDERS] as const

export type ProviderChoice = (typeof PROVIDER_CHOICES)[number]

/** What runs a model, and why. */
export interface SettledProvider {
  readonly provider: Provider
  /** The verdict on it, and on those that came before it; sentences for the reader, empty where there was no choice. */
  readonly reason: string
}

/** What is known of a provider on this machine, for one model. */
export interface ProviderState {
  readonly provider: Provider
  readonly outcome: 'accepted' | 'disagrees' | 'fell-back' | 'failed' | 'slow' | 'died' | 'unavailable'
  readonly reason: string
  /** When it was tried; null where it was not. */
  readonly at: string | null
  /** The greatest difference of a probability and the lowest r of a heat map, of all golden films. */
  readonly worst: { readonly probability: number; readonly correlation: number } | null
  /** Of the work that it did itself, 0 to 1. */
  readonly share: number | null
  /** Of one film, and of the same on the CPU. */
  readonly milliseconds: { readonly provider: number; readonly cpu: number } | null
}
