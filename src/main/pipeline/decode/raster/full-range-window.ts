import type { Window } from '../../../../shared/greyscale/grey-transform.ts'

/**
 * The window that shows value v of 0 to 2^bits - 1 as v / (2^bits - 1). PS3.3 C.11.2.1.2.1 with this centre and
 * width is (v - (2^(bits-1) - 0.5)) / (2^bits - 1) + 0.5, which is just that.
 */
export function fullRangeWindow(bits: number): Window {
  return { centre: 2 ** (bits - 1), width: 2 ** bits, function: 'LINEAR', name: 'Full range' }
}
