import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { useShortcut } from './shortcut'

let scope: EffectScope

beforeEach(() => {
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  document.body.replaceChildren()
})

function press(key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
  )
}

function shortcut(keys: string, options = {}) {
  const act = vi.fn()
  scope.run(() => useShortcut(keys, act, options))
  return act
}

function field() {
  return document.body.appendChild(document.createElement('textarea'))
}

describe('a shortcut', () => {
  test('runs on its key, and not with Ctrl', () => {
    const act = shortcut('n')
    press('n')
    press('n', { ctrlKey: true })
    expect(act).toHaveBeenCalledTimes(1)
  })

  test('of two keys runs on both, one after the other', () => {
    const act = shortcut('g p')
    press('p')
    press('g')
    press('x')
    press('p')
    expect(act).not.toHaveBeenCalled()
    press('g')
    press('p')
    expect(act).toHaveBeenCalledTimes(1)
  })

  test('does not run inside a field, unless it may', () => {
    const plain = shortcut('n')
    const everywhere = shortcut('mod+k', { inFields: true })
    press('n', {}, field())
    press('k', { ctrlKey: true }, field())
    expect(plain).not.toHaveBeenCalled()
    expect(everywhere).toHaveBeenCalledTimes(1)
  })

  test('leaves Escape and letters to an open menu', () => {
    const escape = shortcut('escape')
    const menu = document.body.appendChild(document.createElement('div'))
    menu.setAttribute('role', 'menu')
    press('Escape', {}, menu)
    expect(escape).not.toHaveBeenCalled()
    menu.remove()
    press('Escape')
    expect(escape).toHaveBeenCalledTimes(1)
  })

  test('never runs while an input method composes', () => {
    const act = shortcut('mod+k', { inFields: true })
    press('k', { ctrlKey: true, isComposing: true }, field())
    press('k', { ctrlKey: true, keyCode: 229 } as KeyboardEventInit, field())
    expect(act).not.toHaveBeenCalled()
  })

  test('waits while a dialog is open', () => {
    const act = shortcut('n')
    const dialog = document.body.appendChild(document.createElement('div'))
    dialog.setAttribute('role', 'dialog')
    press('n')
    expect(act).not.toHaveBeenCalled()
  })

  test('is gone with whatever set it up', () => {
    const act = shortcut('n')
    scope.stop()
    press('n')
    expect(act).not.toHaveBeenCalled()
  })
})
