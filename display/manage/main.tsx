// The manager's desk.
import { render } from 'preact';
import '../kit/theme.css';
import '../kit/ui/paper.css';
import '../kit/ui/gate.css';
import './shell.css';
import './tables.css';
import './sections.css';
import { App } from './App.tsx';
import { takeSetupToken } from './routes.ts';

const root = document.getElementById('app');
const setupToken = takeSetupToken();
if (root) render(<App setupToken={setupToken} />, root);
