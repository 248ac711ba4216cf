import { ApiError } from '@quaily/shared/api/error'

const en = {
  again: 'Something went wrong. Please try again.',
  challenge: 'The check that you are not a robot did not succeed. Please try again.',
  comment: 'Your comment',
  commentWaits: 'Your comment appears when the author has approved it.',
  copied: 'The link is copied.',
  copyLink: 'Copy this link',
  delete: 'Delete',
  deleted: 'Deleted comment',
  denied: 'This address can’t subscribe to this channel.',
  email: 'This is not a valid email address.',
  forSubscribers: 'Only subscribers can comment here.',
  forPremium: 'Only paying subscribers can comment here.',
  loading: 'Loading…',
  more: 'Show more',
  none: 'No comments yet.',
  opened: 'You are a paying subscriber. The whole post is open to you.',
  reactions: 'Reactions',
  related: 'You may also like',
  reply: 'Reply',
  replyTo: 'Reply to {name}',
  cancel: 'Cancel',
  retry: 'Try again',
  send: 'Post the comment',
  sent: 'We’ve sent a message to {email}. Open the link in it to confirm.',
  share: 'Share',
  signIn: 'Log in to comment',
  signInPaid: 'Do you have a paid plan? Log in to read on',
  tooOften: 'Too many tries. Please wait {minutes} min.',
  unreachable: 'The server can’t be reached. Check your connection and try again.',
  waits: 'Waits for approval',
}

type Key = keyof typeof en

const ja: Record<Key, string> = {
  again: '問題が発生しました。もう一度お試しください。',
  challenge: 'ロボットでないことを確認できませんでした。もう一度お試しください。',
  comment: 'コメント',
  commentWaits: 'コメントは、著者が承認すると表示されます。',
  copied: 'リンクをコピーしました。',
  copyLink: 'このリンクをコピーしてください',
  delete: '削除',
  deleted: '削除されたコメント',
  denied: 'このメールアドレスでは購読できません。',
  email: 'メールアドレスの形式が正しくありません。',
  forSubscribers: 'コメントできるのは購読者だけです。',
  forPremium: 'コメントできるのは有料購読者だけです。',
  loading: '読み込んでいます…',
  more: 'もっと見る',
  none: 'まだコメントがありません。',
  opened: '有料購読者として、全文をお読みいただけます。',
  reactions: 'リアクション',
  related: 'こちらの記事もどうぞ',
  reply: '返信',
  replyTo: '{name} さんへの返信',
  cancel: 'キャンセル',
  retry: '再試行',
  send: 'コメントする',
  sent: '{email} にメールをお送りしました。メール内のリンクを開くと、購読が確定します。',
  share: '共有',
  signIn: 'ログインしてコメントする',
  signInPaid: '有料購読中の方は、ログインすると続きを読めます',
  tooOften: '試行回数が多すぎます。{minutes}分後にお試しください。',
  unreachable: 'サーバーに接続できません。接続を確認して、もう一度お試しください。',
  waits: '承認待ち',
}

const zh: Record<Key, string> = {
  again: '出了点问题，请重试。',
  challenge: '未通过人机验证，请重试。',
  comment: '你的评论',
  commentWaits: '评论经作者批准后显示。',
  copied: '链接已复制。',
  copyLink: '请复制此链接',
  delete: '删除',
  deleted: '评论已删除',
  denied: '此邮箱无法订阅该频道。',
  email: '邮箱地址格式不正确。',
  forSubscribers: '只有订阅者可以评论。',
  forPremium: '只有付费订阅者可以评论。',
  loading: '正在加载…',
  more: '查看更多',
  none: '还没有评论。',
  opened: '你是付费订阅者，可以阅读全文。',
  reactions: '回应',
  related: '你可能还想读',
  reply: '回复',
  replyTo: '回复 {name}',
  cancel: '取消',
  retry: '重试',
  send: '发表评论',
  sent: '邮件已发送至 {email}，请打开其中的链接确认订阅。',
  share: '分享',
  signIn: '登录后评论',
  signInPaid: '已付费订阅？登录后继续阅读',
  tooOften: '操作过于频繁，请在 {minutes} 分钟后再试。',
  unreachable: '无法连接服务器。请检查网络后重试。',
  waits: '等待批准',
}

const languages: Readonly<Record<string, Record<Key, string>>> = { en, ja, zh }

export type Text = (key: Key, values?: Record<string, string | number>) => string

/** The texts in the language of the page around a place; `language` is a tag for dates. */
export function textsOf(place: Element): { text: Text; language: string } {
  const language = place.closest('[lang]')?.getAttribute('lang') ?? 'en'
  const texts = languages[language.slice(0, 2)] ?? en
  return {
    language,
    text: (key, values = {}) =>
      texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
  }
}

const byCode: Readonly<Record<number, Key>> = {
  2106: 'challenge',
  2107: 'challenge',
  7001: 'email',
  7002: 'denied',
  7112: 'forSubscribers',
  7113: 'forPremium',
}

/** The sentence about a failure. */
export function sentenceOf(failure: unknown, text: Text): string {
  if (!(failure instanceof ApiError)) {
    console.error(failure)
    return text('again')
  }
  if (failure.isUnreachable) {
    return text('unreachable')
  }
  const known = byCode[failure.code]
  if (known) {
    return text(known)
  }
  return failure.status === 429
    ? text('tooOften', { minutes: Math.max(1, Math.ceil(failure.retryAfter / 60)) })
    : text('again')
}
