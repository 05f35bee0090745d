// Where an invitation's or a lost password's link leads. The secret leaves the address and the history at once: a phone
// that is handed on, or a picture of its screen, opens nothing.
import { render } from 'preact';
import '../kit/theme.css';
import '../kit/ui/paper.css';
import '../kit/ui/buttons.css';
import '../kit/ui/fields.css';
import '../kit/ui/dialogs.css';
import '../kit/ui/gate.css';
import './join.css';
import { App } from './App.tsx';

/** Opening another link in the same tab changes the fragment alone, and is a new visit. */
window.addEventListener('hashchange', show);
show();

function show(): void {
  const secret = location.hash.slice(1);
  if (secret !== '') history.replaceState(null, '', location.pathname);
  const root = document.getElementById('app');
  if (root) render(<App key={secret} secret={secret} />, root);
}
