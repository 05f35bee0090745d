// The TV's entry.
import { render } from 'preact';
import './style/wall.css';
import { App } from './App.tsx';
import { openAddress } from './address.ts';
import { openConfig } from './config.ts';
import { watchPage } from './page-faults.ts';
import { Recovery } from './Recovery.tsx';
import { isFramed } from './turned.ts';
import { Turned } from './Turned.tsx';

const stage = document.getElementById('stage');
// An engine that is too old has been told so (old-engine.js), and drawing would only throw.
if (stage && !document.documentElement.classList.contains('is-old-engine')) {
  stage.textContent = '';
  const address = openAddress();
  const { rotation } = openConfig(address).settings;
  const isTurned = rotation !== 0 && !isFramed();
  watchPage();
  render(
    isTurned ? (
      <Turned rotation={rotation} />
    ) : (
      <Recovery>
        <App address={address} />
      </Recovery>
    ),
    stage,
  );
}
