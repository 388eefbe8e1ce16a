import { describe, expect, it } from 'vitest';
import { readMessagesFile } from '../../crawlers/media/read-messages-file.ts';
import { readPostsFile } from '../../crawlers/media/read-posts-file.ts';
import { AnotherAccount, checkWhose } from '../../src/media/whose.ts';
import { toldOf } from '../../src/model/told-error.ts';

const account = { name: '清源发布', formerNames: [{ name: '清源之声', until: '2023-12-31' }] };
const utf8 = (text: string) => new TextEncoder().encode(text);
const ROW = '标题,发布时间\n甲,2024-03-05\n';

describe('a file that is handed in for an account', () => {
  it.each([
    ['names another above its head', `公众号名称：东河发布\n${ROW}`],
    ['names another in two cells', `账号名称,东河发布\n${ROW}`],
    ['names another in its rows', '昵称,标题,发布时间\n东河发布,甲,2024-03-05\n'],
    ['holds rows of another beside its own', '账号,标题,发布时间\n清源发布,甲,2024-03-05\n东河发布,乙,2024-03-06\n'],
    ['names it above its head and another in its rows', '公众号：清源发布\n账号,标题,发布时间\n东河发布,乙,2024-03-06\n'],
    ['names another in JSON', '{"nickname":"东河发布","list":[{"title":"甲","time":"2024-03-05"}]}'],
    ['names a longer one', `公众号名称：清源发布教育\n${ROW}`],
  ])('is refused with both names and what to do where it %s', async (_, text) => {
    const { names } = await readPostsFile(utf8(text));
    expect(() => checkWhose(names, account)).toThrow(AnotherAccount);
    const told = toldOf(new AnotherAccount(names.find((name) => name !== account.name)!, account)).zh;
    for (const said of [/“(?:东河发布|清源发布教育)”/, /“清源发布”/, /formerNames/, /--any-name/]) expect(told).toMatch(said);
  });

  it.each([
    ['names it', `公众号名称：清源发布\n${ROW}`],
    ['names it with what platforms hang on', `公众号名称：“清源发布”微信公众号\n${ROW}`],
    ['bears a name that it had', `账号名称：清源之声\n${ROW}`],
    ['names nobody', ROW],
    ['says who has logged in', `账号：office@example.cn\n${ROW}`],
  ])('is taken where it %s', async (_, text) => {
    const { names } = await readPostsFile(utf8(text));
    expect(() => checkWhose(names, account)).not.toThrow();
  });

  it('is asked the same of messages, whose rows name those who wrote', async () => {
    const rows = '昵称,编号,留言时间,答复时间\n张先生,A1,2024-03-05,\n';
    expect((await readMessagesFile(utf8(rows))).names).toEqual([]);
    expect((await readMessagesFile(utf8(`公众号名称：东河发布\n${rows}`))).names).toEqual(['东河发布']);
  });
});
