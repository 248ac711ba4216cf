import { onScopeDispose } from 'vue'

const SEQUENCE_WITHIN = 1000
const FIELDS =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable=""], [contenteditable="true"]'
// These take Escape and letters themselves.
const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]'

export interface ShortcutOptions {
  /** Also inside text fields; only for keys with Ctrl or Command. */
  inFields?: boolean
  /** Also while a dialog or a menu is open. */
  inDialogs?: boolean
}

/**
 * Runs `act` on a key such as `n`, `?` or `/`, on `mod+k` (Command on Apple's, Ctrl elsewhere), or on two keys one
 * after the other: `g p`. Never while an input method composes, never in fields unless the options say so.
 */
export function useShortcut(
  keys: string,
  act: (event: KeyboardEvent) => void,
  options: ShortcutOptions = {},
) {
  const steps = keys.split(' ')
  let done = 0
  let last = 0

  function onKey(event: KeyboardEvent) {
    if (isMeantForOthers(event, options)) {
      return
    }
    if (event.timeStamp - last > SEQUENCE_WITHIN) {
      done = 0
    }
    last = event.timeStamp
    done = matches(event, steps[done] as string)
      ? done + 1
      : Number(matches(event, steps[0] as string) && steps.length > 1)
    if (done === steps.length) {
      done = 0
      event.preventDefault()
      act(event)
    }
  }

  addEventListener('keydown', onKey)
  onScopeDispose(() => removeEventListener('keydown', onKey))
}

function isMeantForOthers(event: KeyboardEvent, { inFields, inDialogs }: ShortcutOptions): boolean {
  // 229 is what some browsers say while an input method is at work.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) {
    return true
  }
  const target = event.composedPath()[0]
  return (
    (!inFields && target instanceof Element && target.closest(FIELDS) !== null) ||
    (!inDialogs && document.querySelector(LAYERS) !== null)
  )
}

function matches(event: KeyboardEvent, step: string): boolean {
  const wantsMod = step.startsWith('mod+')
  const key = wantsMod ? step.slice(4) : step
  const hasMod = isApple() ? event.metaKey : event.ctrlKey
  const hasOther = event.altKey || (isApple() ? event.ctrlKey : event.metaKey)
  return event.key.toLowerCase() === key && hasMod === wantsMod && !hasOther
}

/** Whether Command is what Ctrl is elsewhere. */
export function isApple(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform)
}
