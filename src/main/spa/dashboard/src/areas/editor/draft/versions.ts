import { computed, ref, shallowRef } from 'vue'
import {
  copyOf,
  differences,
  emptyFields,
  fieldsOf,
  type DraftFields,
  type FieldName,
  type PostWithMore,
} from './fields'
import { mergeFields } from './merge'

/** Two versions of the post that a person has to bring together. */
export interface Conflict {
  base: DraftFields
  mine: DraftFields
  theirs: DraftFields
  post: PostWithMore
  /** Fields that both have changed. */
  clashes: FieldName[]
}

export type Versions = ReturnType<typeof useVersions>

/** What is typed, the version of the server on which it is based, and how they become one. */
export function useVersions() {
  const fields = ref<DraftFields>(emptyFields())
  const base = shallowRef<DraftFields>(emptyFields())
  /** As the server last answered it; null while it has no such post. */
  const post = shallowRef<PostWithMore | null>(null)
  const conflict = shallowRef<Conflict | null>(null)

  const isPublished = computed(() => Boolean(post.value?.published_at))
  const isDirty = computed(() => differences(base.value, fields.value).length > 0)

  /** The server's version in place of what is here. */
  function adopt(found: PostWithMore | null) {
    post.value = found
    base.value = found ? fieldsOf(found) : emptyFields()
    fields.value = copyOf(base.value)
  }

  /** True when nothing is left for the person to decide. */
  function bringTogether(before: DraftFields, mine: DraftFields, theirs: PostWithMore): boolean {
    const theirFields = fieldsOf(theirs)
    const { merged, clashes } = mergeFields(before, mine, theirFields)
    post.value = theirs
    if (clashes.length === 0) {
      base.value = theirFields
      fields.value = merged
      return true
    }
    conflict.value = {
      base: before,
      mine: copyOf(mine),
      theirs: theirFields,
      post: theirs,
      clashes,
    }
    fields.value = copyOf(mine)
    return false
  }

  /** The server has `sent`. What it writes in another way, such as tags, stays as the person typed it. */
  function accept(answered: PostWithMore, sent: DraftFields) {
    const slugWasChanged = fields.value.slug !== sent.slug
    post.value = answered
    base.value = {
      ...sent,
      slug: answered.slug,
      first_published_at: answered.first_published_at ?? '',
    }
    if (!slugWasChanged) {
      fields.value.slug = answered.slug
    }
    if (fields.value.first_published_at === sent.first_published_at) {
      fields.value.first_published_at = base.value.first_published_at
    }
  }

  /** The server's answer to an act that is no save of the text: what was typed stays. */
  function rebase(answered: PostWithMore) {
    const mine = copyOf(fields.value)
    const before = base.value
    post.value = answered
    base.value = fieldsOf(answered)
    fields.value = mergeFields(before, mine, base.value).merged
  }

  return {
    fields,
    base,
    post,
    conflict,
    isPublished,
    isDirty,
    adopt,
    bringTogether,
    accept,
    rebase,
  }
}
