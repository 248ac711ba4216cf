/** The words for the reasons that the server knows. */
export const reasonTexts: Readonly<Record<string, string>> = {
  spam: 'report.spam',
  fraud: 'report.fraud',
  violence: 'report.violence',
  sexual: 'report.sexual',
  copyright: 'report.copyright',
  privacy: 'report.privacy',
  illegal: 'report.illegal',
  other: 'report.other',
}
