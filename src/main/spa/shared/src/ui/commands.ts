import type { Component } from 'vue'

/** Something that the command palette offers. */
export interface Command {
  id: string
  group: string
  text: string
  /** Other words by which it is found. */
  words?: string
  icon?: Component
  /** How the shortcut is written, for example "G P". */
  keys?: string
  run: () => void
}

/** The commands that hold every word of the text, those that begin with it first. */
export function matching(commands: readonly Command[], text: string): readonly Command[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return commands
  }
  const found = commands.filter((command) => {
    const content = fold(`${command.text} ${command.words ?? ''}`)
    return words.every((word) => content.includes(word))
  })
  const begins = (command: Command) => fold(command.text).startsWith(words[0] as string)
  return [...found.filter(begins), ...found.filter((command) => !begins(command))]
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
