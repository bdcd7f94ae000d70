import type { LookUpTable, ModalityTransform } from './grey-transform.ts'

/** PS3.3 C.11.1: a stored value becomes a value of the modality (optical density, say). */
export function modalityValue(stored: number, modality: ModalityTransform): number {
  return modality.kind === 'rescale'
    ? stored * modality.slope + modality.intercept
    : tableValue(stored, modality.table)
}

/** PS3.3 C.11.1.1.1: values before the first entry take the first, values after the last take the last. */
export function tableValue(value: number, table: LookUpTable): number {
  const last = table.entries.length - 1
  const index = Math.min(Math.max(Math.round(value) - table.firstMapped, 0), last)
  return table.entries[index] ?? 0
}
