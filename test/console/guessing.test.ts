import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBrowser, emailOf, openTestConsole, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
beforeEach(async () => {
  console = await openTestConsole();
  await signIn(console, 'officer');
});
afterEach(() => console.close());

const guess = (email: string) => createBrowser(console).post('/login', { email, password: 'a wrong guess' });
const refusals = async () => (await console.store.people.logged(100)).map(({ action }) => action).filter((one) => one !== 'login');

describe('guessing at passwords', () => {
  test('many guesses at once are no more than many one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess(emailOf('officer'))));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
  });

  test('the log says when an account is held up, and no more as long as it is', async () => {
    for (let count = 0; count < 12; count++) await guess(emailOf('officer'));
    expect((await refusals()).filter((action) => action.startsWith('login-'))).toEqual(['login-locked', ...Array(4).fill('login-refused')]);
  });

  test('accounts that nobody has are one entry a minute', async () => {
    for (let count = 0; count < 12; count++) await guess(`nobody-${count}@example.cn`);
    expect((await refusals()).filter((action) => action === 'login-refused')).toHaveLength(1);
  });

  test('the e-mail need not be typed again', async () => {
    const page = await (await guess(emailOf('officer'))).text();
    expect(page).toContain(`value="${emailOf('officer')}"`);
    expect(page).not.toContain('a wrong guess');
  });
});
