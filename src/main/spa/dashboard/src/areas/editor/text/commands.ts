import {
  AlignVerticalSpaceAround,
  Bold,
  ChartNetwork,
  CodeXml,
  Code,
  Heading,
  Heading3,
  Heading4,
  Highlighter,
  Image,
  Images,
  Info,
  Italic,
  Keyboard,
  Lightbulb,
  Link,
  List,
  ListChecks,
  ListOrdered,
  LockKeyhole,
  Minus,
  Play,
  Quote,
  Sigma,
  SquareSigma,
  Strikethrough,
  Superscript,
  Table,
  TriangleAlert,
} from '@lucide/vue'
import type { Component } from 'vue'
import { block, footnote, inline, link, paywall, prefix, wrap, type Act } from './format'

/** What a command needs of the page around the text. */
export interface Dialogs {
  image: () => void
  photo: () => void
  embed: () => void
}

/** Something that the toolbar, the `/` menu and the keyboard can do to the text. */
export interface TextCommand {
  id: string
  /** Key of its name in the locale files. */
  text: string
  icon: Component
  /** As CodeMirror writes it, for example `Mod-b`. */
  key?: string
  /** Other words by which the `/` menu finds it, in English, Japanese and Chinese alike. */
  words: string
  /** Where it is shown: in the line of buttons, in the `/` menu. */
  inToolbar?: boolean
  inMenu?: boolean
  run: Act
}

const TABLE = '| «» |  |\n| --- | --- |\n|  |  |'

/** All commands, in the order of the toolbar and the menu. */
export function textCommands(dialogs: Dialogs): readonly TextCommand[] {
  const ask = (open: () => void) => () => {
    open()
    return true
  }
  return [
    {
      id: 'bold',
      text: 'editor.bold',
      icon: Bold,
      key: 'Mod-b',
      words: 'strong',
      inToolbar: true,
      run: wrap('**'),
    },
    {
      id: 'italic',
      text: 'editor.italic',
      icon: Italic,
      key: 'Mod-i',
      words: 'emphasis',
      inToolbar: true,
      run: wrap('*'),
    },
    {
      id: 'link',
      text: 'editor.link',
      icon: Link,
      key: 'Mod-k',
      words: 'url',
      inToolbar: true,
      run: link,
    },
    {
      id: 'h1',
      text: 'editor.heading2',
      icon: Heading,
      key: 'Mod-Alt-1',
      words: 'heading h2 midashi biaoti',
      inToolbar: true,
      inMenu: true,
      run: prefix('## '),
    },
    {
      id: 'h2',
      text: 'editor.heading3',
      icon: Heading3,
      key: 'Mod-Alt-2',
      words: 'heading h3 midashi biaoti',
      inMenu: true,
      run: prefix('### '),
    },
    {
      id: 'h3',
      text: 'editor.heading4',
      icon: Heading4,
      key: 'Mod-Alt-3',
      words: 'heading h4 midashi biaoti',
      inMenu: true,
      run: prefix('#### '),
    },
    {
      id: 'quote',
      text: 'editor.quote',
      icon: Quote,
      key: 'Mod-Shift-9',
      words: 'blockquote inyo yinyong',
      inToolbar: true,
      inMenu: true,
      run: prefix('> '),
    },
    {
      id: 'bullets',
      text: 'editor.bullets',
      icon: List,
      key: 'Mod-Shift-8',
      words: 'list unordered ul',
      inToolbar: true,
      inMenu: true,
      run: prefix('- '),
    },
    {
      id: 'numbers',
      text: 'editor.numbers',
      icon: ListOrdered,
      key: 'Mod-Shift-7',
      words: 'list ordered ol',
      inToolbar: true,
      inMenu: true,
      run: prefix((index) => `${index + 1}. `),
    },
    {
      id: 'tasks',
      text: 'editor.tasks',
      icon: ListChecks,
      key: 'Mod-Shift-l',
      words: 'list todo checkbox',
      inToolbar: true,
      inMenu: true,
      run: prefix('- [ ] '),
    },
    {
      id: 'image',
      text: 'editor.image',
      icon: Image,
      key: 'Mod-Shift-i',
      words: 'picture photo upload gazo tupian',
      inToolbar: true,
      inMenu: true,
      run: ask(dialogs.image),
    },
    {
      id: 'photo',
      text: 'editor.photo',
      icon: Images,
      words: 'unsplash stock picture',
      inMenu: true,
      run: ask(dialogs.photo),
    },
    {
      id: 'table',
      text: 'editor.table',
      icon: Table,
      words: 'grid hyo biaoge',
      inToolbar: true,
      inMenu: true,
      run: block(TABLE),
    },
    {
      id: 'code-block',
      text: 'editor.codeBlock',
      icon: CodeXml,
      key: 'Mod-Alt-c',
      words: 'fence program daima',
      inToolbar: true,
      inMenu: true,
      run: block('```\n«»\n```'),
    },
    {
      id: 'note',
      text: 'editor.note',
      icon: Info,
      words: 'callout admonition box note',
      inToolbar: true,
      inMenu: true,
      run: block('> [!NOTE]\n> «»'),
    },
    {
      id: 'tip',
      text: 'editor.tip',
      icon: Lightbulb,
      words: 'callout box hint tip',
      inMenu: true,
      run: block('> [!TIP]\n> «»'),
    },
    {
      id: 'warning',
      text: 'editor.warning',
      icon: TriangleAlert,
      words: 'callout box caution warning important',
      inMenu: true,
      run: block('> [!WARNING]\n> «»'),
    },
    {
      id: 'footnote',
      text: 'editor.footnote',
      icon: Superscript,
      key: 'Mod-Shift-f',
      words: 'reference kyakuchu jiaozhu',
      inToolbar: true,
      inMenu: true,
      run: footnote,
    },
    {
      id: 'formula',
      text: 'editor.formula',
      icon: Sigma,
      words: 'math tex latex equation inline',
      inMenu: true,
      run: inline('$«x»$'),
    },
    {
      id: 'formula-block',
      text: 'editor.formulaBlock',
      icon: SquareSigma,
      key: 'Mod-Shift-e',
      words: 'math tex latex equation',
      inToolbar: true,
      inMenu: true,
      run: block('$$\n«»\n$$'),
    },
    {
      id: 'diagram',
      text: 'editor.diagram',
      icon: ChartNetwork,
      words: 'mermaid flowchart graph chart',
      inMenu: true,
      run: block('```mermaid\nflowchart LR\n  «A --> B»\n```'),
    },
    {
      id: 'embed',
      text: 'editor.embed',
      icon: Play,
      words: 'video youtube bilibili tweet x spotify post channel',
      inToolbar: true,
      inMenu: true,
      run: ask(dialogs.embed),
    },
    {
      id: 'columns',
      text: 'editor.columns',
      icon: AlignVerticalSpaceAround,
      words: 'div layout',
      inMenu: true,
      run: block(':::: columns\n::: left\n«»\n:::\n::: right\n\n:::\n::::'),
    },
    {
      id: 'rule',
      text: 'editor.rule',
      icon: Minus,
      words: 'hr divider line separator',
      inMenu: true,
      run: block('---\n\n«»'),
    },
    {
      id: 'paywall',
      text: 'editor.paywall',
      icon: LockKeyhole,
      words: 'paid premium members yuryo fufei',
      inToolbar: true,
      inMenu: true,
      run: paywall,
    },
    {
      id: 'strike',
      text: 'editor.strike',
      icon: Strikethrough,
      key: 'Mod-Shift-x',
      words: 'delete',
      inToolbar: true,
      run: wrap('~~'),
    },
    {
      id: 'mark',
      text: 'editor.mark',
      icon: Highlighter,
      key: 'Mod-Shift-h',
      words: 'highlight',
      inToolbar: true,
      run: wrap('=='),
    },
    {
      id: 'code',
      text: 'editor.code',
      icon: Code,
      key: 'Mod-e',
      words: 'monospace',
      inToolbar: true,
      run: wrap('`'),
    },
    {
      id: 'kbd',
      text: 'editor.kbd',
      icon: Keyboard,
      words: 'key shortcut',
      inMenu: true,
      run: wrap('<kbd>', '</kbd>'),
    },
  ]
}
