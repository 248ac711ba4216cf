import { createI18n, useI18n, type I18n } from 'vue-i18n'
import { remembered } from '../composables/remembered'

export const LANGUAGES = ['en', 'ja', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ja: '日本語',
  zh: '中文',
}

/** Values of the `lang` attribute. */
const TAGS: Readonly<Record<Language, string>> = { en: 'en', ja: 'ja', zh: 'zh-Hans' }

/** Texts, nested by area, as the build has compiled them. */
export type Texts = Record<string, unknown>
export type TextLoaders = Record<Language, () => Promise<{ default: Texts }>>

const loaded = new Set<Language>()
const chosen = remembered<Language | ''>('language', '')
let loaders: TextLoaders
let i18n: I18n<Record<string, never>, Record<string, never>, Record<string, never>, string, false>

/** The chosen language, or the first of the browser's that we speak, or English. */
export function preferredLanguage(languages: readonly string[] = navigator.languages): Language {
  const wanted = [chosen.value, ...languages.map((tag) => tag.toLowerCase().split('-')[0])]
  return wanted.find((code): code is Language => LANGUAGES.includes(code as Language)) ?? 'en'
}

/**
 * The plugin for `app.use`.
 *
 * @param language of the page, when its address says it; else the preferred one
 */
export async function createTexts(from: TextLoaders, language = preferredLanguage()) {
  loaders = from
  i18n = createI18n({
    legacy: false,
    locale: 'en',
    // Every language has every text, which a test makes sure of.
    missingWarn: true,
    fallbackWarn: false,
  }) as typeof i18n
  // At once, although the texts are still on their way.
  document.documentElement.lang = TAGS[language]
  await show(language)
  return i18n
}

async function show(language: Language) {
  if (!loaded.has(language)) {
    i18n.global.setLocaleMessage(language, (await loaders[language]()).default)
    loaded.add(language)
  }
  i18n.global.locale.value = language
  document.documentElement.lang = TAGS[language]
}

/** The page's language; setting it is remembered. */
export function useLanguage() {
  const { locale } = useI18n()
  return {
    language: locale as unknown as { readonly value: Language },
    async setLanguage(language: Language) {
      chosen.value = language
      await show(language)
    },
  }
}

/** Makes one object of the locale files of a folder: `./en/posts.json` holds the texts `posts.…`. */
export function byArea(files: Record<string, unknown>): Texts {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [
      path.replace(/^.*\//, '').replace(/\.json$/, ''),
      texts,
    ]),
  )
}
