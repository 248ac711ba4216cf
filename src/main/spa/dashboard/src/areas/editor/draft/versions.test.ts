import { expect, test } from 'vitest'
import { emptyFields, fieldsOf, type PostWithMore } from './fields'
import { useVersions } from './versions'

const answer = (changes: object) =>
  ({ id: 7, slug: 'hello', title: 'T', content: 'one', tags: '', ...changes }) as PostWithMore

function opened() {
  const versions = useVersions()
  versions.adopt(answer({ updated_at: '1' }))
  return versions
}

test('a version of somebody else that changed another field is taken in', () => {
  const { fields, base, isDirty, bringTogether } = opened()
  fields.value.content = 'mine'
  expect(bringTogether(base.value, fields.value, answer({ title: 'theirs' }))).toBe(true)
  expect(fields.value).toMatchObject({ title: 'theirs', content: 'mine' })
  expect(isDirty.value).toBe(true)
})

test('two versions of one field wait for the person, with both kept', () => {
  const { fields, base, conflict, bringTogether } = opened()
  fields.value.content = 'mine'
  expect(bringTogether(base.value, fields.value, answer({ content: 'theirs' }))).toBe(false)
  expect(conflict.value).toMatchObject({
    clashes: ['content'],
    mine: { content: 'mine' },
    theirs: { content: 'theirs' },
  })
  expect(fields.value.content).toBe('mine')
})

test('what is typed while a save is on its way is still to be saved', () => {
  const { fields, isDirty, accept } = opened()
  fields.value.content = 'sent'
  const sent = { ...fields.value }
  fields.value.content = 'sent and more'
  accept(answer({ content: 'sent', updated_at: '2' }), sent)
  expect(fields.value.content).toBe('sent and more')
  expect(isDirty.value).toBe(true)
})

test('the address that the server chose is taken over unless the person typed another', () => {
  const { fields, accept } = opened()
  const sent = fieldsOf(answer({ slug: '' }))
  fields.value.slug = ''
  accept(answer({ slug: 'chosen' }), sent)
  expect(fields.value.slug).toBe('chosen')
  fields.value.slug = 'typed'
  accept(answer({ slug: 'chosen-again' }), { ...emptyFields(), slug: 'chosen' })
  expect(fields.value.slug).toBe('typed')
})
