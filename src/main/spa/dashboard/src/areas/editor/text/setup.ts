import { autocompletion, completionKeymap, type CompletionContext } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { syntaxTree } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder, type KeyBinding } from '@codemirror/view'
import { isImage } from '../images/upload'
import type { TextCommand } from './commands'
import { escapeLinkText, isWebAddress } from './format'
import { host, type Host } from './host'
import { look, marked } from './look'
import { isFromCodeEditor, markdownOf } from './paste'
import { pictures } from './pictures'
import { slashMenu } from './slash'
import { uploadImages, uploads } from './uploads'

/** The page opens its dialogs with these. */
const PAGE_KEYS = ['Mod-Enter', 'Mod-/']

/** Everything that makes CodeMirror the editor of a post. */
export function setup(commands: readonly TextCommand[], page: Host): Extension {
  return [
    host.of(page),
    history(),
    markdown({ base: markdownLanguage, codeLanguages: languages, extensions: [marked] }),
    EditorView.lineWrapping,
    look,
    pictures,
    uploads,
    placeholder(page.say('editor.placeholder')),
    search({ top: true }),
    EditorState.phrases.of(phrases(page)),
    autocompletion({
      override: [slashMenu(commands, (command) => page.say(command.text), isPlainText)],
      icons: false,
      // Whoever types fast means what they type.
      interactionDelay: 0,
    }),
    EditorView.contentAttributes.of({
      'aria-label': page.say('editor.text'),
      tabindex: '0',
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
    Prec.high(keymap.of([...commands.flatMap(bindingOf), ...LISTS])),
    keymap.of([
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter(({ key }) => !PAGE_KEYS.includes(key ?? '')),
    ]),
    pasteAndDrop,
  ]
}

/** Never while an input method composes: then keys are its own. */
function bindingOf({ key, run }: TextCommand): KeyBinding[] {
  return key ? [{ key, preventDefault: true, run: (view) => !view.composing && run(view) }] : []
}

// The tabulator leaves the text, except in lists, where it moves the item.
const LISTS: KeyBinding[] = [
  { key: 'Tab', run: (view) => isInList(view.state) && indentMore(view) },
  { key: 'Shift-Tab', run: (view) => isInList(view.state) && indentLess(view) },
]

const isInList = (state: EditorState) =>
  /^\s*([-*+]|\d+[.)])\s/.test(state.doc.lineAt(state.selection.main.head).text)

function isPlainText({ state, pos }: CompletionContext): boolean {
  for (let node = syntaxTree(state).resolveInner(pos, -1); node.parent; node = node.parent) {
    if (/Code|HTMLBlock|CommentBlock/.test(node.name)) {
      return false
    }
  }
  return true
}

const pasteAndDrop = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData
    if (!data) {
      return false
    }
    const images = [...data.files].filter(isImage)
    const html = data.getData('text/html')
    const text = data.getData('text/plain')
    // Word processors add a picture of the text to what they copy.
    if (images.length > 0 && !text.trim()) {
      void uploadImages(view, images)
      return true
    }
    return pasteAddress(view, text) || pasteFormatted(view, data, html)
  },
  drop(event, view) {
    const images = [...(event.dataTransfer?.files ?? [])].filter(isImage)
    if (images.length === 0) {
      return false
    }
    event.preventDefault()
    void uploadImages(
      view,
      images,
      view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? undefined,
    )
    return true
  },
})

/** An address over selected words makes them a link. */
function pasteAddress(view: EditorView, text: string): boolean {
  const { from, to, empty } = view.state.selection.main
  const selected = view.state.sliceDoc(from, to)
  if (empty || !isWebAddress(text) || isWebAddress(selected) || selected.includes('\n')) {
    return false
  }
  view.dispatch(view.state.replaceSelection(`[${escapeLinkText(selected)}](${text.trim()})`), {
    userEvent: 'input.paste',
  })
  return true
}

function pasteFormatted(view: EditorView, data: DataTransfer, html: string): boolean {
  if (
    !html ||
    isFromCodeEditor(data) ||
    !isPlainText({ state: view.state, pos: view.state.selection.main.from } as CompletionContext)
  ) {
    return false
  }
  const converted = markdownOf(html)
  if (!converted) {
    return false
  }
  view.dispatch(view.state.replaceSelection(converted), {
    userEvent: 'input.paste',
    scrollIntoView: true,
  })
  return true
}

function phrases({ say }: Host): Record<string, string> {
  return {
    Find: say('editor.find'),
    Replace: say('editor.replaceBy'),
    next: say('editor.findNext'),
    previous: say('editor.findPrevious'),
    all: say('editor.findAll'),
    'match case': say('editor.matchCase'),
    regexp: say('editor.pattern'),
    'by word': say('editor.byWord'),
    replace: say('editor.replace'),
    'replace all': say('editor.replaceAll'),
    close: say('ui.close'),
    'current match': say('editor.currentMatch'),
    'on line': say('editor.onLine'),
    'replaced match on line $': say('editor.replacedOnLine'),
    'replaced $ matches': say('editor.replacedAll'),
    Completions: say('editor.slashMenu'),
  }
}
