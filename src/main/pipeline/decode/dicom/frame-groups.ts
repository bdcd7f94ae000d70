import type { DataSet, Tag } from './data-set.ts'
import { TAG } from './tags.ts'
import { items } from './values.ts'

/** Where attributes of a frame stand: in the data set, or in the functional groups of an enhanced file. */
export interface FrameGroups {
  readonly dataSet: DataSet
  /** The data set that holds `tag`, looked for in the functional group `sequence` of the frame, then of all frames. */
  holding(tag: Tag, sequence: Tag): DataSet
}

/** PS3.3 C.7.6.16. */
export function frameGroups(dataSet: DataSet, frame: number): FrameGroups {
  const groups = [
    items(dataSet, TAG.PerFrameFunctionalGroupsSequence)[frame],
    items(dataSet, TAG.SharedFunctionalGroupsSequence)[0],
  ]
  return {
    dataSet,
    holding(tag, sequence) {
      const macros = groups.flatMap((group) => (group ? items(group, sequence).slice(0, 1) : []))
      return macros.find((macro) => macro.elements.has(tag)) ?? dataSet
    },
  }
}
