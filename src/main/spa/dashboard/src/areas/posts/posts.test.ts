import { expect, test } from 'vitest'
import { queryOf, splitTags, stateOf, tabOf, timeOf, type Post } from './posts'
import { useSelection } from '../../lists/selection'

const post = (more: Partial<Post>) =>
  ({ id: 1, published_at: null, updated_at: '2026-01-01T00:00:00Z', ...more }) as unknown as Post

test('a post is a draft until it has a time', () => {
  expect(stateOf(post({}))).toBe('draft')
  expect(stateOf(post({ scheduled_at: '2027-01-01T00:00:00Z' }))).toBe('scheduled')
  expect(stateOf(post({ published_at: '2026-01-01T00:00:00Z' }))).toBe('published')
  expect(stateOf(post({ published_at: '2026-01-01T00:00:00Z', trashed_at: 'x' }))).toBe('trash')
})

test('a row shows the time that matters for its state', () => {
  expect(timeOf(post({}))).toBe('2026-01-01T00:00:00Z')
  expect(timeOf(post({ scheduled_at: '2027-01-01T00:00:00Z' }))).toBe('2027-01-01T00:00:00Z')
})

test('tags are separated by commas of any script, each once', () => {
  expect(splitTags('rss, atom，纸、 #rss ,, 紙')).toEqual(['rss', 'atom', '纸', '紙'])
})

test('a tab is what the server is asked for', () => {
  expect(queryOf('all', 'score', '')).toEqual({})
  expect(queryOf('draft', 'date', 'door')).toEqual({ type: 'draft', q: 'door' })
  expect(queryOf('published', 'score', '')).toEqual({ public: '1', sort: 'score' })
  expect(tabOf('premium')).toBe('premium')
  expect(tabOf(['draft'])).toBe('all')
})

test('a range goes from the row that was chosen before', () => {
  let ids = [1, 2, 3, 4, 5]
  const selection = useSelection(() => ids)
  selection.toggle(2)
  selection.toggle(4, true)
  expect(selection.selected.value).toEqual([2, 3, 4])
  selection.toggle(3)
  expect(selection.selected.value).toEqual([2, 4])

  ids = [1, 2, 5]
  selection.toggle(5)
  expect(selection.selected.value, 'a row that is gone is not selected').toEqual([2, 5])
})
