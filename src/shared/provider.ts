// What can run a model. The names are those that the command line takes and that results carry.

export const PROVIDERS = ['cuda', 'directml', 'coreml', 'webgpu', 'cpu'] as const

export type Provider = (typeof PROVIDERS)[number]

/** `auto`: the first of the platform's order that is proven on this machine and no slower than the CPU. */
export const PROVIDER_CHOICES = ['auto', ...PROVIDERS] as const

export type ProviderChoice = (typeof PROVIDER_CHOICES)[number]
