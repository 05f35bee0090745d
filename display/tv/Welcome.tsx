// The page of a screen that shows no board yet: calm, in both languages, without a word of error (rule SC2).
import { words } from './words.ts';

export function Welcome() {
  return (
    <main class="welcome">
      <p class="welcome-brand">
        <span class="brand-mark">
          <i />
          <i />
          <i />
        </span>
        Winboard
      </p>
      <div class="welcome-columns">
        <Steps locale="vi" />
        <Steps locale="en" />
      </div>
    </main>
  );
}

function Steps({ locale }: { locale: 'vi' | 'en' }) {
  const say = words(locale);
  return (
    <section class="welcome-steps" lang={locale}>
      <h1 class="welcome-title">{say('welcomeTitle')}</h1>
      <ol>
        <li>
          {say('welcomeOne')} <b class="welcome-address">{window.location.host}/manage</b>
        </li>
        <li>{say('welcomeTwo')}</li>
        <li>{say('welcomeThree')}</li>
      </ol>
    </section>
  );
}

/** While the first board is on its way. */
export function Opening() {
  return (
    <main class="opening">
      <p class="opening-name">Winboard</p>
      <p class="opening-line">
        {words('vi')('opening')} <span lang="en">{words('en')('opening')}</span>
      </p>
    </main>
  );
}
