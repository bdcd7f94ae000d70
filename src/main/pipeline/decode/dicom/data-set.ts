// What a DICOM file holds once its bytes are told apart: elements by tag, values still in the bytes.

/** (gggg,eeee) as one number, group first. */
export type Tag = number

export interface Fragment {
  readonly start: number
  readonly length: number
}

/** An element's place in the bytes. Sequences have `items`, encapsulated pixel data `fragments`. */
export interface Element {
  readonly tag: Tag
  /** As written; 'UN' where the syntax writes none. */
  readonly vr: string
  readonly start: number
  /** Bytes that are there, which is fewer than the header says where the file ends early. */
  readonly length: number
  readonly statedLength: number
  readonly items: readonly DataSet[] | null
  readonly fragments: readonly Fragment[] | null
}

export interface DataSet {
  readonly bytes: Buffer
  readonly littleEndian: boolean
  readonly elements: ReadonlyMap<Tag, Element>
  /** The data set in whose sequence this one is an item, whose character set it shares (PS3.3 C.12.1.1.2). */
  readonly parent: DataSet | null
}

export function tagText(tag: Tag): string {
  const digits = tag.toString(16).padStart(8, '0').toUpperCase()
  return `(${digits.slice(0, 4)},${digits.slice(4)})`
}
