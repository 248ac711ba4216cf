// Texts that every tool page shows.

export const common = {
  en: {
    skip: 'Skip to content',
    tools: 'Tools',
    where: 'Breadcrumb',
    language: 'Language',
    about: 'About this site',
    local: 'These tools run entirely in your browser. What you write never leaves it.',
    home: 'Home',
    privacy: 'Privacy',
    needsScript: 'This tool requires JavaScript, which is turned off in this browser.',
    copied: 'Copied.',
    notCopied: 'The browser blocked copying. Select the text and copy it manually.',
  },
  ja: {
    skip: '本文へ移動',
    tools: 'ツール',
    where: '現在位置',
    language: '言語',
    about: 'このサイトについて',
    local:
      'どのツールもブラウザーの中だけで動作します。入力した内容が外部に送信されることはありません。',
    home: 'トップページ',
    privacy: 'プライバシー',
    needsScript: 'このツールには JavaScript が必要ですが、このブラウザーでは無効になっています。',
    copied: 'コピーしました。',
    notCopied: 'コピーが許可されませんでした。テキストを選択して手動でコピーしてください。',
  },
  zh: {
    skip: '跳到正文',
    tools: '小工具',
    where: '当前位置',
    language: '语言',
    about: '关于本站',
    local: '这些工具完全在你的浏览器中运行，你写的内容不会上传。',
    home: '首页',
    privacy: '隐私',
    needsScript: '此工具需要 JavaScript，但浏览器已将其关闭。',
    copied: '已复制。',
    notCopied: '浏览器不允许复制，请选中文字后手动复制。',
  },
};
