// What is in a letter with a link: plain text, and the same as simple HTML, in the language of whoever it is for.

/** A link for somebody: to join the office, or to set a new password. */
export interface Letter {
  purpose: 'join' | 'password';
  locale: 'vi' | 'en';
  /** Who gets it. */
  name: string;
  officeName: string;
  url: string;
  expiresAt: number;
  /** The office's. */
  timeZone: string;
}

export interface Written {
  subject: string;
  text: string;
  html: string;
}

interface Words {
  subject: string;
  greeting: string;
  lead: string;
  action: string;
  until: string;
  otherwise: string;
}

const WORDS: Readonly<Record<Letter['locale'], Readonly<Record<Letter['purpose'], (letter: Letter) => Words>>>> = {
  vi: {
    join: ({ name, officeName, ...when }) => ({
      subject: `Mời bạn tham gia bảng vàng của ${officeName}`,
      greeting: `Chào ${name},`,
      lead: `${officeName} mời bạn tham gia Winboard, bảng xếp hạng bán hàng của văn phòng. Mở liên kết dưới đây để tạo tài khoản.`,
      action: 'Tham gia',
      until: `Liên kết dùng được một lần, đến ${timeText('vi', when)}.`,
      otherwise: 'Nếu bạn không chờ thư này, hãy bỏ qua.',
    }),
    password: ({ name, officeName, ...when }) => ({
      subject: `Đặt lại mật khẩu Winboard của ${officeName}`,
      greeting: `Chào ${name},`,
      lead: `Mở liên kết dưới đây để đặt mật khẩu mới cho tài khoản của bạn ở ${officeName}.`,
      action: 'Đặt mật khẩu mới',
      until: `Liên kết dùng được một lần, đến ${timeText('vi', when)}.`,
      otherwise: 'Nếu bạn không nhờ đặt lại mật khẩu, hãy bỏ qua thư này: mật khẩu cũ vẫn dùng được.',
    }),
  },
  en: {
    join: ({ name, officeName, ...when }) => ({
      subject: `Join the leaderboard of ${officeName}`,
      greeting: `Hello ${name},`,
      lead: `${officeName} invites you to Winboard, the office’s sales leaderboard. Open the link below to make your account.`,
      action: 'Join',
      until: `The link works once, until ${timeText('en', when)}.`,
      otherwise: 'If you were not expecting this, just ignore it.',
    }),
    password: ({ name, officeName, ...when }) => ({
      subject: `Set a new Winboard password at ${officeName}`,
      greeting: `Hello ${name},`,
      lead: `Open the link below to set a new password for your account at ${officeName}.`,
      action: 'Set a new password',
      until: `The link works once, until ${timeText('en', when)}.`,
      otherwise: 'If you did not ask for this, ignore it: your old password still works.',
    }),
  },
};

function timeText(locale: Letter['locale'], { expiresAt, timeZone }: Pick<Letter, 'expiresAt' | 'timeZone'>): string {
  return new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone,
  }).format(expiresAt);
}

/** Subject and both bodies. Names come from people: in HTML nothing of them is markup. */
export function writeLetter(letter: Letter): Written {
  const { subject, greeting, lead, action, until, otherwise } = WORDS[letter.locale][letter.purpose](letter);
  return {
    subject,
    text: [greeting, lead, letter.url, until, otherwise].join('\n\n') + '\n',
    html: `<!doctype html>
<html lang="${letter.locale}">
<body style="margin:0;padding:24px;background:#f4f6fb;color:#0b1b2b;font:16px/1.5 system-ui,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:32rem;margin:0 auto;padding:24px;border-radius:16px;background:#ffffff">
<p>${escapeHtml(greeting)}</p>
<p>${escapeHtml(lead)}</p>
<p><a href="${escapeHtml(letter.url)}" style="display:inline-block;padding:12px 20px;border-radius:12px;background:#0b1a2b;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(action)}</a></p>
<p style="font-size:14px;color:#51647a;overflow-wrap:anywhere">${escapeHtml(letter.url)}</p>
<p style="font-size:14px;color:#51647a">${escapeHtml(until)}<br>${escapeHtml(otherwise)}</p>
</div>
</body>
</html>
`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
