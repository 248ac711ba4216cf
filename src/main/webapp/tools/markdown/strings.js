// Texts of the Markdown preview.

export const strings = {
  en: {
    title: 'Markdown preview · Quaily tools',
    description:
      'Write Markdown, see the page beside it, and copy clean HTML. Runs entirely in your browser.',
    heading: 'Markdown preview',
    lead:
      'Supports GitHub-flavored Markdown: tables, task lists, strikethrough and links. Front matter at the top is not shown.',
    input: 'Markdown',
    preview: 'Preview',
    source: 'HTML',
    copy: 'Copy HTML',
    counts: '{words} words, {cjk} Chinese and Japanese characters, {characters} characters',
    picture: 'Image: {name}',
    note:
      'To see callouts, math and embeds, which are specific to Quaily, use the preview in the dashboard. Images uploaded to this site are shown. Other images are not loaded; only their names are shown.',
    sample:
      '# A first letter\n\nWrite *here*, and the page appears **beside it**.\n\n- [x] A finished task\n- [ ] A task to do\n\n| Format | Address |\n| --- | --- |\n| Atom | `/feed/atom` |\n| JSON | `/feed/json` |\n\n> Render once, read many times.\n',
  },
  ja: {
    title: 'Markdown プレビュー · Quaily ツール',
    description:
      'Markdown を書くと隣に仕上がりが表示され、整った HTML をコピーできます。ブラウザーの中だけで動作します。',
    heading: 'Markdown プレビュー',
    lead: '表、タスクリスト、取り消し線、リンクなど、GitHub 形式の Markdown に対応しています。先頭のフロントマターは表示しません。',
    input: 'Markdown',
    preview: 'プレビュー',
    source: 'HTML',
    copy: 'HTML をコピー',
    counts: '単語 {words}、日本語・中国語 {cjk} 字、全体 {characters} 字',
    picture: '画像：{name}',
    note:
      'コールアウト、数式、埋め込みなど Quaily 独自の記法は、ダッシュボードのプレビューで確認できます。このサイトにアップロードした画像は表示されます。ほかの画像は読み込まず、名前だけを表示します。',
    sample:
      '# はじめての便り\n\n*ここに*書くと、**隣に**仕上がりが表示されます。\n\n- [x] 済んだこと\n- [ ] これからのこと\n\n| 形式 | アドレス |\n| --- | --- |\n| Atom | `/feed/atom` |\n| JSON | `/feed/json` |\n\n> つくるのは一度、読まれるのは何度でも。\n',
  },
  zh: {
    title: 'Markdown 预览 · Quaily 小工具',
    description: '编写 Markdown，旁边即时显示页面效果，并可复制整洁的 HTML。完全在浏览器中运行。',
    heading: 'Markdown 预览',
    lead:
      '支持 GitHub 风格的 Markdown：表格、任务列表、删除线和链接。开头的 front matter 不会显示。',
    input: 'Markdown',
    preview: '预览',
    source: 'HTML',
    copy: '复制 HTML',
    counts: '单词 {words}，中日文 {cjk} 字，共 {characters} 字符',
    picture: '图片：{name}',
    note:
      '提示框、公式和嵌入内容是 Quaily 特有的语法，请在控制台中预览。上传到本站的图片会显示；其他图片不会加载，只显示名称。',
    sample:
      '# 第一封信\n\n在*这里*写字，**旁边**就会显示页面。\n\n- [x] 做完的事\n- [ ] 还没做的事\n\n| 格式 | 地址 |\n| --- | --- |\n| Atom | `/feed/atom` |\n| JSON | `/feed/json` |\n\n> 一次生成，反复阅读。\n',
  },
};
