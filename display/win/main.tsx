// The rep's phone page: opens the outbox first, so that a win kept on the phone goes out whatever happens next.
import { render } from 'preact';
import '../kit/theme.css';
import '../kit/ui/paper.css';
import '../kit/ui/buttons.css';
import '../kit/ui/fields.css';
import '../kit/ui/dialogs.css';
import '../kit/ui/gate.css';
import './shell.css';
import './rank-card.css';
import './pad.css';
import './post/form.css';
import './post/tiles.css';
import './post/post.css';
import './post/result.css';
import './post/climb.css';
import './short.css';
import { App } from './App.tsx';
import { awaitInstallOffer } from './kept/install.ts';
import { keepPage } from './kept/kept-page.ts';
import { openOutbox } from './outbox/open-outbox.ts';

const root = document.getElementById('app');
awaitInstallOffer();
const outbox = await openOutbox();
if (root) render(<App outbox={outbox} />, root);
keepPage();
