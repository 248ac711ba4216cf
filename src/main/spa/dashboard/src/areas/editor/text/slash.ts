import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { TextCommand } from './commands'

// Also the signs that Japanese and Chinese input methods make of the key.
const BEGUN = /^([\s>]*(?:(?:[-*+]|\d+[.)])\s+)?)([/／、])([^\s/／、]*)$/

/**
 * The commands that a text typed after `/` asks for, best first.
 *
 * @param nameOf the command's name in the page's language
 */
export function matchingCommands(
  commands: readonly TextCommand[],
  typed: string,
  nameOf: (command: TextCommand) => string,
): TextCommand[] {
  const wanted = typed.normalize('NFKC').toLowerCase()
  const rank = (command: TextCommand) => {
    const name = nameOf(command).normalize('NFKC').toLowerCase()
    if (name.startsWith(wanted)) {
      return 0
    }
    const words = `${command.id} ${command.words}`.split(' ')
    return words.some((word) => word.startsWith(wanted)) ? 1 : name.includes(wanted) ? 2 : 3
  }
  return commands
    .filter((command) => command.inMenu && rank(command) < 3)
    .sort((a, b) => rank(a) - rank(b))
}

/** The menu that opens on `/` at the beginning of a line; not in code, and not while an input method composes. */
export function slashMenu(
  commands: readonly TextCommand[],
  nameOf: (command: TextCommand) => string,
  isAllowed: (context: CompletionContext) => boolean,
) {
  const source = (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos)
    const begun = BEGUN.exec(context.state.sliceDoc(line.from, context.pos))
    if (!begun || context.view?.composing || !isAllowed(context)) {
      return null
    }
    const [, indent = '', , typed = ''] = begun
    const from = line.from + indent.length
    const options = matchingCommands(commands, typed, nameOf).map((command, index): Completion => ({
      label: nameOf(command),
      detail: command.key ? keyName(command.key) : undefined,
      boost: -index,
      apply(view, _completion, start, end) {
        view.dispatch({ changes: { from: start, to: end }, userEvent: 'input.complete' })
        command.run(view)
      },
    }))
    // Without a pause, so that Enter takes what the last key has left.
    const update = (_shown: unknown, _from: number, _to: number, now: CompletionContext) =>
      source(now)
    return options.length > 0 ? { from, options, filter: false, update } : null
  }
  return source
}

/** How a key of CodeMirror's is written for people: `Mod-Shift-7` → `Ctrl Shift 7`. */
export function keyName(key: string, isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform)) {
  const names: Record<string, string> = isApple
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { Mod: 'Ctrl' }
  return key
    .split('-')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(isApple ? '' : ' ')
}
