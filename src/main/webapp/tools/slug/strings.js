// Texts of the slug maker.

export const strings = {
  en: {
    title: 'Slug generator · Quaily tools',
    description:
      'Turn a title in Latin, Chinese, kana, Cyrillic or another script into a short URL slug. Runs entirely in your browser.',
    heading: 'Slug generator',
    lead:
      'Accents are removed, kana becomes romaji, Chinese becomes pinyin, and other scripts are transliterated into Latin letters.',
    input: 'Title',
    placeholder: 'Café au lait, 你好世界, さくら',
    han: 'Read Chinese characters as',
    hanAuto: 'detect from the text',
    hanZh: 'Chinese (pinyin)',
    hanJa: 'Japanese (omit)',
    maximum: 'Maximum length',
    result: 'Slug',
    copy: 'Copy slug',
    length: '{length} characters',
    empty: 'Enter a title to get a slug.',
    nothing:
      'No character in this title can be written in Latin letters. Enter a slug in Latin letters instead.',
    leftOut: 'Omitted: {parts}.',
    kanji:
      'The reading of kanji depends on the word. To keep these parts, write them in kana: {parts}.',
    failed: 'Part of this tool failed to load. Reload the page and try again.',
  },
  ja: {
    title: 'スラッグ作成 · Quaily ツール',
    description:
      '欧文、かな、中国語、キリル文字など、どの言語のタイトルからでも、英数字だけの短い URL 名を作ります。ブラウザーの中だけで動作します。',
    heading: 'スラッグ作成',
    lead:
      'アクセント記号を外し、かなはローマ字、中国語はピンイン、そのほかの文字はアルファベットに置き換えます。',
    input: 'タイトル',
    placeholder: 'さくらだより、Café au lait、你好世界',
    han: '漢字の読み方',
    hanAuto: '文章から自動判定',
    hanZh: '中国語（ピンイン）',
    hanJa: '日本語（省略）',
    maximum: '最大の長さ',
    result: 'スラッグ',
    copy: 'スラッグをコピー',
    length: '{length}文字',
    empty: 'タイトルを入力すると、スラッグが表示されます。',
    nothing:
      'このタイトルには英数字に変換できる文字がありません。スラッグを半角英数字で入力してください。',
    leftOut: '省略した文字：{parts}',
    kanji: '漢字の読みは言葉によって変わります。残したい部分はかなで入力してください：{parts}',
    failed: 'ツールの一部を読み込めませんでした。ページを再読み込みしてください。',
  },
  zh: {
    title: 'slug 生成器 · Quaily 小工具',
    description:
      '把西文、中文、假名、西里尔字母等标题转换成简短的网址别名（slug）。完全在浏览器中运行。',
    heading: 'slug 生成器',
    lead: '去除重音符号，假名转换成罗马字，中文转换成拼音，其他文字转写成拉丁字母。',
    input: '标题',
    placeholder: '你好世界、Café au lait、さくら',
    han: '汉字读作',
    hanAuto: '根据文本判断',
    hanZh: '中文（拼音）',
    hanJa: '日文（省略）',
    maximum: '最大长度',
    result: '网址别名（slug）',
    copy: '复制 slug',
    length: '{length} 个字符',
    empty: '输入标题后，这里会显示网址别名（slug）。',
    nothing: '这个标题中没有可转换成拉丁字母的字符，请直接用拉丁字母输入网址别名。',
    leftOut: '省略的文字：{parts}',
    kanji: '日文汉字的读音因词而异。如需保留以下部分，请改用假名：{parts}',
    failed: '部分功能加载失败，请刷新页面后重试。',
  },
};
