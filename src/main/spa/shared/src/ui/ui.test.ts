import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { ApiError } from '../api'
import texts from '../locales/en'
import { matching, type Command } from './commands'
import { openQuestion } from './confirm'
import { dismiss, openToasts, pause, resume, toast } from './toasts'
import { confirm, UiButton, UiIconButton, UiTextField, useForm } from './index'

const plugins = [
  createI18n({ legacy: false, locale: 'en', messages: { en: texts as Record<string, never> } }),
]

describe('a field', () => {
  test('is tied to its label and says what is wrong in place of the hint', async () => {
    const field = mount(UiTextField, {
      props: { label: 'Title', hint: 'Up to 200 characters', modelValue: '' },
      global: { plugins },
    })
    const input = field.get('input')
    expect(field.get('label').attributes('for')).toBe(input.attributes('id'))
    await field.setProps({ error: 'Fill this in.' })
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(field.get(`#${input.attributes('aria-describedby')}`).text()).toBe('Fill this in.')
    expect(field.text()).not.toContain('Up to 200')
  })
})

describe('a button with an icon', () => {
  test('does what it is told and is called by its label', async () => {
    const act = vi.fn()
    const button = mount(UiIconButton, {
      props: { label: 'Close' },
      attrs: { onClick: act, disabled: false },
      global: { plugins },
    })
    await button.get('button').trigger('click')
    expect(act).toHaveBeenCalledTimes(1)
    expect(button.get('button').attributes('aria-label')).toBe('Close')
  })
})

describe('a button', () => {
  test('that leads to another screen is a link with an address', () => {
    const routes = [{ path: '/:rest(.*)*', component: defineComponent(() => () => h('p')) }]
    const router = createRouter({ history: createMemoryHistory('/dashboard/'), routes })
    const button = mount(UiButton, { props: { to: '/posts' }, global: { plugins: [router] } })
    expect(button.element.tagName).toBe('A')
    expect(button.attributes('href')).toBe('/dashboard/posts')
    expect(button.attributes('type')).toBeUndefined()
  })

  test('that is busy does nothing', async () => {
    const act = vi.fn()
    const button = mount(UiButton, { props: { busy: true }, attrs: { onClick: act } })
    await button.trigger('click')
    expect(act).not.toHaveBeenCalled()
    await button.setProps({ busy: false })
    await button.trigger('click')
    expect(act).toHaveBeenCalledTimes(1)
  })
})

describe('a form', () => {
  function form(send: () => Promise<void>) {
    let used: ReturnType<typeof useForm<'title'>>
    const wrapper = mount(
      defineComponent(() => {
        used = useForm(['title'] as const, send)
        return () =>
          h('form', { onSubmit: used.submit }, [
            h('input', { 'aria-invalid': used.errorOf('title') ? 'true' : undefined }),
          ])
      }),
      { global: { plugins }, attachTo: document.body },
    )
    return { wrapper, used: () => used }
  }

  test('says at the field what is wrong, and leads there', async () => {
    const { wrapper, used } = form(() =>
      Promise.reject(new ApiError(422, { code: 1003, field: 'title' })),
    )
    await wrapper.trigger('submit')
    await flushPromises()
    expect(used().errorOf('title')).toBe('Fill this in.')
    expect(used().formError()).toBeUndefined()
    expect(document.activeElement).toBe(wrapper.get('input').element)
  })

  test('is sent once at a time', async () => {
    const send = vi.fn(() => new Promise<void>(() => undefined))
    const { wrapper } = form(send)
    await wrapper.trigger('submit')
    await wrapper.trigger('submit')
    expect(send).toHaveBeenCalledTimes(1)
  })
})

describe('a toast', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    openToasts.value.forEach(({ id }) => dismiss(id))
    vi.useRealTimers()
  })

  test('goes away by itself, an error does not', () => {
    toast({ text: 'Deleted' })
    toast({ text: 'Not deleted', isError: true })
    vi.runAllTimers()
    expect(openToasts.value.map(({ text }) => text)).toEqual(['Not deleted'])
  })

  test('stays while somebody is there', () => {
    toast({ text: 'Deleted' })
    pause()
    vi.runAllTimers()
    expect(openToasts.value).toHaveLength(1)
    resume()
    vi.runAllTimers()
    expect(openToasts.value).toHaveLength(0)
  })
})

test('a second question answers the first with no', async () => {
  const question = { title: 'Delete?', text: '', action: 'Delete' }
  const first = confirm(question)
  const second = confirm(question)
  await expect(first).resolves.toBe(false)
  openQuestion.value?.answer(true)
  await expect(second).resolves.toBe(true)
})

test('the palette finds every word anywhere, and puts what begins with the text first', () => {
  const command = (text: string, words = ''): Command => ({
    id: text,
    group: '',
    text,
    words,
    run: () => undefined,
  })
  const commands = [command('Open posts'), command('Posts', '記事'), command('Settings')]
  expect(matching(commands, 'post').map(({ text }) => text)).toEqual(['Posts', 'Open posts'])
  expect(matching(commands, '記事').map(({ text }) => text)).toEqual(['Posts'])
  expect(matching(commands, 'post open').map(({ text }) => text)).toEqual(['Open posts'])
})
