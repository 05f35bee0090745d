// Everything that a rep's phone can show, one after another, in either language: for whoever has to see all of it.
import type { Locator, Page } from 'playwright-core';
import { activityText } from '../../display/win/activities/texts.ts';
import { feedText } from '../../display/win/feed/texts.ts';
import { whereText } from '../../display/win/me/texts.ts';
import { postText } from '../../display/win/post/texts.ts';
import { winText } from '../../display/win/texts.ts';
import type { Locale } from '../../display/kit/i18n.ts';

export interface PhoneState {
  name: string;
  /** From the form with nothing open. */
  open: (phone: Page) => Promise<void>;
}

const dialog = (phone: Page): Locator => phone.getByRole('dialog');

/** Opens something that lies over the page. */
async function tap(phone: Page, opener: Locator): Promise<void> {
  await opener.click();
  await dialog(phone).waitFor();
}

async function goTo(phone: Page, hash: string, part: string): Promise<void> {
  await phone.evaluate((to) => {
    location.hash = to;
  }, hash);
  await phone.locator(part).first().waitFor();
}

/** Of a phone whose owner posts wins; the last of them does. */
export function phoneStates(locale: Locale): PhoneState[] {
  return [...postStates(locale), ...tabStates(locale), ...menuStates(locale), ...answerStates(locale)];
}

/** Back to where every state begins. */
export async function toForm(phone: Page): Promise<void> {
  while ((await dialog(phone).count()) > 0) {
    await phone.keyboard.press('Escape');
    await phone.waitForTimeout(0);
  }
  await goTo(phone, 'post', '.tab-view:not([hidden]) .pad, .result');
}

function postStates(locale: Locale): PhoneState[] {
  const win = winText(locale);
  const post = postText(locale);
  const button = (phone: Page, name: string): Locator => phone.getByRole('button', { name, exact: true });
  const chip = (phone: Page, name: string): Locator => phone.locator('.chips-row').getByRole('button', { name });
  const fill = async (phone: Page) => {
    const key = (name: string) => phone.locator('.pad').getByRole('button', { name, exact: true });
    for (const name of ['9', '000', '000']) await key(name).click();
    await phone
      .getByRole('textbox', { name: win('customer') })
      .fill('Công ty Cổ phần Thương mại và Dịch vụ An Phát Logistics');
    await phone.getByRole('textbox', { name: win('customer') }).press('Enter');
  };
  return [
    { name: 'form', open: async () => undefined },
    { name: 'form with faults', open: (phone) => button(phone, win('send')).click() },
    { name: 'product', open: (phone) => tap(phone, button(phone, `${win('product')} ${win('productHint')}`)) },
    { name: 'filled in', open: fill },
    { name: 'more', open: (phone) => tap(phone, chip(phone, post('noteShort'))) },
    {
      name: 'share',
      open: async (phone) => {
        await tap(phone, chip(phone, post('splitShort')));
        for (const index of [0, 1]) await dialog(phone).locator('.picks .pick').nth(index).click();
      },
    },
    { name: 'outbox', open: (phone) => tap(phone, phone.locator('.win-head .chip')) },
  ];
}

function tabStates(locale: Locale): PhoneState[] {
  const activity = activityText(locale);
  const feed = feedText(locale);
  const where = whereText(locale);
  return [
    { name: 'board', open: (phone) => goTo(phone, 'board', '.place') },
    {
      name: 'board, digits',
      open: async (phone) => {
        await goTo(phone, 'board', '.place');
        await phone.locator('button.place-face').first().click();
        await phone.locator('.digits').waitFor();
      },
    },
    { name: 'feed', open: (phone) => goTo(phone, 'feed', '.win-card') },
    {
      name: 'feed, words',
      open: async (phone) => {
        await goTo(phone, 'feed', '.signs');
        await tap(phone, phone.getByRole('button', { name: feed('say') }).first());
      },
    },
    {
      name: 'feed, who',
      open: async (phone) => {
        await goTo(phone, 'feed', '.said-who');
        await tap(phone, phone.locator('.said-who').first());
      },
    },
    {
      name: 'me',
      open: async (phone) => {
        await goTo(phone, 'me', '.where-why');
        await phone.getByRole('button', { name: where('why') }).click();
        await phone.locator('.told').waitFor();
      },
    },
    { name: 'activities', open: (phone) => goTo(phone, 'activities', '.kind-button') },
    {
      name: 'activities, logged',
      open: async (phone) => {
        await goTo(phone, 'activities', '.kind-button');
        await phone.locator('.kind-button').nth(1).click();
        await phone.locator('.toast-action').first().waitFor();
        // The news of it lies on the list; what is last can be scrolled free of it.
        await phone.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      },
    },
    {
      name: 'activities, details',
      open: async (phone) => {
        await goTo(phone, 'activities', '.diary-open');
        await tap(phone, phone.locator('.diary-open[aria-haspopup]').last());
      },
    },
    {
      name: 'activities, plan',
      open: async (phone) => {
        await goTo(phone, 'activities', '.kind-button');
        await tap(phone, phone.getByRole('button', { name: activity('planNew') }));
        await dialog(phone).getByLabel(activity('customer')).fill('An Phát Logistics');
      },
    },
    {
      name: 'activities, plan that is there',
      open: async (phone) => {
        await goTo(phone, 'activities', '.diary-open');
        await tap(phone, phone.locator('.diary-open').first());
      },
    },
  ];
}

function menuStates(locale: Locale): PhoneState[] {
  const win = winText(locale);
  const menu = (phone: Page): Promise<void> => tap(phone, phone.locator('.win-title'));
  const inMenu = (key: 'account' | 'profile' | 'notices', part: string): PhoneState => ({
    name: key,
    open: async (phone) => {
      await menu(phone);
      await dialog(phone)
        .getByRole('button', { name: win(key) })
        .click();
      await dialog(phone).locator(part).first().waitFor();
    },
  });
  return [
    { name: 'menu', open: menu },
    inMenu('account', 'input, li'),
    inMenu('profile', '.made-one'),
    inMenu('notices', 'p'),
  ];
}

function answerStates(locale: Locale): PhoneState[] {
  const win = winText(locale);
  return [
    {
      name: 'answer',
      open: async (phone) => {
        await phone.getByRole('button', { name: win('send'), exact: true }).click();
        await phone.locator('.climb').waitFor();
      },
    },
    {
      name: 'undo',
      open: async (phone) => {
        await tap(phone, phone.locator('.result button').filter({ hasText: /:\d\d/ }));
      },
    },
  ];
}
