/** Text as it is searched: white space gone, digits, letters and signs of full width made half width. Chinese punctuation stays. */
export function fold(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ％．＋－／]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}
