// English days are written as in Europe: Thursday 26 November, not 11/26.
export function locale() {
  const language = document.documentElement.lang
  return language === 'en' ? 'en-GB' : language
}
