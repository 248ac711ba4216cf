import { useI18n } from 'vue-i18n'

/** Languages that a post can be marked as; the server takes any other tag too. */
const TAGS = [
  'en',
  'ja',
  'zh-Hans',
  'zh-Hant',
  'ko',
  'fr',
  'de',
  'es',
  'pt',
  'it',
  'ru',
  'vi',
  'id',
  'th',
  'ar',
]

/** The name of a language in the page's language; empty for an empty tag. */
export function useLanguageName() {
  const { locale } = useI18n()
  return (tag: string): string => {
    if (!tag) {
      return ''
    }
    try {
      return new Intl.DisplayNames(locale.value, { type: 'language' }).of(tag) ?? tag
    } catch {
      return tag
    }
  }
}

/** The choices of a list, the first of them "as the channel". */
export function useLanguageChoices() {
  const { t } = useI18n()
  const nameOf = useLanguageName()
  return (current: string) => [
    { value: '', text: t('editor.languageOfChannel') },
    ...[...new Set([...TAGS, current])]
      .filter(Boolean)
      .map((tag) => ({ value: tag, text: nameOf(tag) })),
  ]
}
