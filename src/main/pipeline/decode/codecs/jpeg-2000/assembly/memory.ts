// Where everything lies that the parts share. What the caller brings lies behind `__heap_base`.
//
// ISO/IEC 15444-1 table A.18: a code-block has 4096 samples at most, and 4 to 1024 along a side. D.1: it is coded in
// stripes of four rows, down the columns. Sixteen columns of a stripe are a chunk here, and its 64 samples are numbered
// in that order. The narrowest block takes most room, 256 stripes of one chunk.

/** For each sample, chunk after chunk, 32 bits: the sign on top, and a magnitude with one bit of fraction. */
export const SAMPLES: usize = memory.data(256 * 256, 16)

/** For each column of a stripe 64 bits, neighbours.ts; with one column on either side, one stripe above and below. */
export const COLUMNS: usize = memory.data(8 * 18 * 258, 16)

/** For each chunk a set of samples, a bit each; with one chunk on either side, one stripe above and below. */
export const SIGNIFICANT: usize = memory.data(8 * 3 * 258, 16)
/** Those that the significance pass of a bit-plane came to. */
export const VISITED: usize = memory.data(8 * 3 * 258, 16)
/** Those that have been refined. */
export const REFINED: usize = memory.data(8 * 3 * 258, 16)

/** For each context of D.3 its state, 64 bits, mq-decoder.ts. */
export const CONTEXTS: usize = memory.data(8 * 19, 16)
export const FIRST_REFINEMENT: usize = CONTEXTS + 8 * 14
export const RUN_LENGTH: usize = CONTEXTS + 8 * 17
export const UNIFORM: usize = CONTEXTS + 8 * 18
