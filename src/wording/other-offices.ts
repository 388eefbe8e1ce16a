import type { Day } from '../model/day.ts';

/** What stands before an office and makes it another one, or one of the past. */
const OTHER_OFFICE = /[副原前代任兼常助]$|时任$|曾任$|拟任$/;
/** Where a sentence ends, and where a part of one. */
const SENTENCE = /[。！？；\n]/;
const PART = /[，,：:。！？；\s（(）)]/;
/** Words that tell of an earlier time. */
const EARLIER =
  /去年|前年|上年|往年|早年|当年|那年|昔日|往昔|回顾|回忆|追忆|回首|历任|历届|此前|先前|之前|曾|当时|时任|[卸离]任|前任|年初|上半年|上个?[月周]|季度|今[春夏秋冬]|[一二两三四五六七八九十\d]年(?:前|来|以前)|以来/;
/** A place by its name, before an office, a committee or a government. */
const NAMED_PLACE = /[\u4e00-\u9fff]{2}(?<![我本全共])[市县区州盟旗省](?:[委政人]|$)/;
/** Words that tell of people from elsewhere. */
const ELSEWHERE = /邻近?[市县区省]|兄弟[市县区]|外[市县省地]|周边|友好城市|对口|来访|到访|来[我本][市县区州盟旗]/;
/** What may stand right before the office of one's own place. */
const OWN =
  /^$|(?:[我本全]市|[我本全]县|[我本全]区|会上|日前|近日|今[天日早晚]|昨[天日]|[上下]午|当[天日晚]|随后|期间|[日由和与及同随对向在请经]|代表|陪同|党组书记|副书记|委书记|委常委|人民政府|市政府|县政府|区政府|领导|会议|主持|召开|组长|总河长|河长|林长|主任|主席)$/;

/**
 * Whether an office in a text is another place's or of an earlier time, or may be: only where nothing but its own place stands before it
 * can it be held against the list of who held it.
 */
export function isOfOthers(text: string, at: number, on: Day): boolean {
  const before = text.slice(0, at);
  if (OTHER_OFFICE.test(before)) return true;
  const part = before.slice(lastOf(before, PART));
  if (NAMED_PLACE.test(part) || !OWN.test(part.slice(part.lastIndexOf('、') + 1))) return true;
  const end = text.slice(at).search(SENTENCE);
  const sentence = text.slice(lastOf(before, SENTENCE), end < 0 ? undefined : at + end);
  return ELSEWHERE.test(sentence) || EARLIER.test(sentence) || namesAnother(sentence, on);
}

/** Whether a sentence names a year or a month other than a day's. */
function namesAnother(sentence: string, on: Day): boolean {
  return [...sentence.matchAll(/(\d{4})年|(?<!\d)(\d{1,2})月/g)].some(([, year, month]) =>
    year === undefined ? Number(month) !== Number(on.slice(5, 7)) : year !== on.slice(0, 4),
  );
}

/** Behind the last sign of a kind; the beginning where there is none. */
function lastOf(text: string, sign: RegExp): number {
  for (let at = text.length; at > 0; at -= 1) if (sign.test(text[at - 1]!)) return at;
  return 0;
}
