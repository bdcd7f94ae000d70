// The same memory for the tensors of films that are scored one after the other. Fresh memory is filled with zeros, comes
// page by page, and each few megabytes of it make the garbage collector go through all.

/** Of the model's input and of the lungs' own. */
const MOST_FREE = 2

const free: Float32Array[] = []

/** So many numbers, whatever they were before. */
export function takeTensor(length: number): Float32Array {
  const place = free.findIndex((tensor) => tensor.length === length)
  const [found = new Float32Array(length)] = place < 0 ? [] : free.splice(place, 1)
  return found
}

/** Once nobody reads it any more. */
export function giveTensorBack(tensor: Float32Array): void {
  free.push(tensor)
  if (free.length > MOST_FREE) free.shift()
}
