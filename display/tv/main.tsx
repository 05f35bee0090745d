// The TV's entry.
import { render } from 'preact';
import './style/wall.css';
import { App } from './App.tsx';
import { openAddress } from './address.ts';
import { openConfig } from './config.ts';
import { isFramed } from './turned.ts';
import { Turned } from './Turned.tsx';

const stage = document.getElementById('stage');
if (stage) {
  stage.textContent = '';
  const address = openAddress();
  const { rotation } = openConfig(address).settings;
  const isTurned = rotation !== 0 && !isFramed();
  render(isTurned ? <Turned rotation={rotation} /> : <App address={address} />, stage);
}
