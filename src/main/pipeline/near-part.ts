/** So many bytes at a time are read, turned and looked at: what was touched last the processor still has near. */
export const PART_BYTES = 2 ** 17
