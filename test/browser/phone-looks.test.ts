// Everything that the phone can show, as axe sees it, and on the smallest phone with letters twice as large.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SAMPLE } from '../../server/demo/sample.ts';
import { axeFindings } from '../kit/axe.ts';
import { openOwnPhone, openPhoneOffice } from '../kit/phone-office.ts';
import { phoneStates, toForm } from '../kit/phone-states.ts';
import { wallSuite } from '../kit/wall-suite.ts';

const { browser, closeLater } = wallSuite();

/** What was found, by where. */
type Found = Record<string, string[]>;

it('axe finds nothing serious wherever a rep goes on the phone', async () => {
  const office = await openPhoneOffice(SAMPLE);
  closeLater(() => office.app.close());
  const phone = await openOwnPhone(browser(), office, 'vi', { width: 390, height: 844 });
  const found: Found = {};
  for (const { name, open } of phoneStates('vi')) {
    await toForm(phone);
    await open(phone);
    const wrong = await axeFindings(phone);
    if (wrong.length > 0) found[name] = wrong;
  }
  expect(found).toEqual({});
  expect(phone.errors).toEqual([]);
});

it.each(['vi', 'en'] as const)('on 320 px with letters twice as large nothing sticks out, in %s', async (locale) => {
  const nameOf = (name: string, index: number) =>
    index % 3 === 1 ? name.slice(0, 1).repeat(120) : `Công Tằng Tôn Nữ ${name}`;
  const names = SAMPLE.reps.map((rep, index) => ({ ...rep, name: nameOf(rep.name, index) }));
  const office = await openPhoneOffice({ ...SAMPLE, reps: names });
  closeLater(() => office.app.close());
  const phone = await openOwnPhone(browser(), office, locale, { width: 320, height: 640 });
  await phone.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const found: Found = {};
  for (const { name, open } of phoneStates(locale)) {
    await toForm(phone);
    await open(phone);
    const wrong = await stickingOut(phone);
    if (wrong.length > 0) found[name] = wrong;
  }
  expect(found).toEqual({});
  expect(phone.errors).toEqual([]);
});

it.each(['vi', 'en'] as const)(
  'the shortest phone has the whole pad, and the whole answer, at once, in %s',
  async (locale) => {
    const office = await openPhoneOffice(SAMPLE);
    closeLater(() => office.app.close());
    const phone = await openOwnPhone(browser(), office, locale, { width: 320, height: 568 });
    const covered: Found = {};
    for (const name of ['form', 'form with faults', 'filled in', 'answer']) {
      await phoneStates(locale)
        .find((state) => state.name === name)
        ?.open(phone);
      covered[name] = await coveredParts(phone, '.tab-view:not([hidden]) .pad .key, .win-send');
    }
    expect(covered).toEqual({ form: [], 'form with faults': [], 'filled in': [], answer: [] });
  },
);

it('the tiles of Me leave no hole, three of them neither', async () => {
  const office = await openPhoneOffice(SAMPLE);
  closeLater(() => office.app.close());
  const phone = await openOwnPhone(browser(), office, 'vi', { width: 390, height: 844 });
  await phoneStates('vi')
    .find(({ name }) => name === 'me')
    ?.open(phone);
  const ends = await phone.locator('.where-tile').evaluateAll((tiles) => {
    const edge = tiles[0]?.parentElement?.getBoundingClientRect().right ?? 0;
    return tiles.map((tile) => Math.round(edge - tile.getBoundingClientRect().right) === 0);
  });
  expect(ends).toEqual([false, true, true]);
});

/** What of some parts is not in sight, or lies under something else. */
function coveredParts(page: Page, parts: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const isFree = (element: Element): boolean => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const isAt = (y: number) => element.contains(document.elementFromPoint((left + right) / 2, y));
      return isAt(top + 3) && isAt(bottom - 3);
    };
    return [...document.querySelectorAll(selector)].filter((one) => !isFree(one)).map((one) => one.textContent ?? '');
  }, parts);
}

/** What is seen beyond either edge of the page, other than in what can be scrolled sideways. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Until its own face is there, text stands in another one that may be wider; what is new asks for its face once it
    // is laid out, and is laid out again once that has come.
    void document.body.offsetWidth;
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const top = document.querySelector('dialog[open]') ?? document.body;
    const isScrolled = (element: Element): boolean => {
      for (let one: Element | null = element; one && one !== top; one = one.parentElement) {
        if (getComputedStyle(one).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...top.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && element.closest('.unseen') === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > window.innerWidth + 1) && !isScrolled(element);
      })
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent?.slice(0, 40) ?? ''}`,
      );
  });
}
