// Texts of the Markdown preview.

export const strings = {
  en: {
    title: 'Markdown preview · Quaily tools',
    description:
      'Write Markdown and see the page beside it. Copy clean HTML. Runs in the browser alone.',
    heading: 'Markdown preview',
    lead: 'GitHub-flavoured Markdown: tables, task lists, strikethrough and links. Front matter at the top is left out.',
    input: 'Markdown',
    preview: 'Preview',
    source: 'HTML',
    copy: 'Copy HTML',
    counts: '{words} words, {cjk} Chinese and Japanese characters, {characters} characters',
    picture: 'Picture: {name}',
    note: 'Callouts, mathematics and embeds of Quaily’s own dialect are shown by the preview in the dashboard. Pictures uploaded to this site are shown; all others are named, not loaded.',
    sample:
      '# A first letter\n\nWrite *here*, and the page appears **beside it**.\n\n- [x] Lists with tasks\n- [ ] and ones still open\n\n| Format | Address |\n| --- | --- |\n| Atom | `/feed/atom` |\n| JSON | `/feed/json` |\n\n> A page is made once and read many times.\n',
  },
  ja: {
    title: 'Markdown プレビュー · Quaily ツール',
    description:
      'Markdown を書くと隣に仕上がりが表示され、整った HTML をコピーできます。ブラウザーの中だけで動きます。',
    heading: 'Markdown プレビュー',
    lead: '表、タスクリスト、取り消し線、リンクなど、GitHub 形式の Markdown に対応しています。先頭のフロントマターは表示しません。',
    input: 'Markdown',
    preview: 'プレビュー',
    source: 'HTML',
    copy: 'HTML をコピー',
    counts: '単語 {words}、和文・中文 {cjk} 字、全体 {characters} 字',
    picture: '画像：{name}',
    note: 'コールアウト、数式、埋め込みなど Quaily 独自の書き方は、ダッシュボードのプレビューで確かめられます。このサイトにアップロードした画像は表示し、ほかの画像は読み込まずに名前だけを示します。',
    sample:
      '# はじめての便り\n\n*ここに*書くと、**隣に**仕上がりが現れます。\n\n- [x] 済んだこと\n- [ ] これからのこと\n\n| 形式 | アドレス |\n| --- | --- |\n| Atom | `/feed/atom` |\n| JSON | `/feed/json` |\n\n> つくるのは一度、読まれるのは何度でも。\n',
  },
  zh: {
    title: 'Markdown 预览 · Quaily 小工具',
    description: '写 Markdown，旁边就是成稿，可以复制干净的 HTML。只在浏览器里运行。',
    heading: 'Markdown 预览',
    lead: '支持 GitHub 风格的 Markdown：表格、任务列表、删除线和链接。开头的元数据不会显示。',
    input: 'Markdown',
    preview: '预览',
    source: 'HTML',
    copy: '复制 HTML',
    counts: '单词 {words}，中日文 {cjk} 字，共 {characters} 字符',
    picture: '图片：{name}',
    note: 'Quaily 特有的提示框、公式和嵌入内容，请在控制台的预览里查看。上传到本站的图片会显示，其他图片只显示名称，不会加载。',
    sample:
      '# 第一封信\n\n在*这里*写字，**旁边**就是成稿。\n\n- [x] 做完的事\n- [ ] 还没做的事\n\n| 格式 | 地址 |\n| --- | --- |\n| Atom | `/feed/atom` |\n| JSON | `/feed/json` |\n\n> 只做一次，供人读很多次。\n',
  },
};
