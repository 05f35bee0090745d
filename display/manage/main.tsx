// The manager's desk.
import { render } from 'preact';
import '../kit/theme.css';
import '../kit/ui/paper.css';
import '../kit/ui/buttons.css';
import '../kit/ui/fields.css';
import '../kit/ui/dialogs.css';
import '../kit/ui/gate.css';
import './shell.css';
import './tables.css';
import './accounts/accounts.css';
import './home/home.css';
import './quotas/quotas.css';
import './imports/imports.css';
import './corrections/corrections.css';
import './periods/periods.css';
import './settings/settings.css';
import './screens/screens.css';
import './wall/wall.css';
import './print.css';
import { App } from './App.tsx';
import { takeSetupToken } from './routes.ts';

const root = document.getElementById('app');
const setupToken = takeSetupToken();
if (root) render(<App setupToken={setupToken} />, root);
