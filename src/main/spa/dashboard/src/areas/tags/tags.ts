export interface TagCount {
  tag: string
  count: number
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim().replace(/^#/, '')

/** The tags that contain the text, whatever its case and width. */
export function matchingTags(tags: readonly TagCount[], text: string): TagCount[] {
  return tags.filter((one) => fold(one.tag).includes(fold(text)))
}

/** The other tag that a new name would make one with; undefined when there is none. */
export function sameTag(
  tags: readonly TagCount[],
  name: string,
  renamed: TagCount,
): TagCount | undefined {
  return tags.find((one) => one.tag !== renamed.tag && fold(one.tag) === fold(name))
}
