// The TV's entry.
import { render } from 'preact';
import './style/wall.css';
import { App } from './App.tsx';
import { openAddress } from './address.ts';

const stage = document.getElementById('stage');
if (stage) {
  stage.textContent = '';
  render(<App address={openAddress()} />, stage);
}
