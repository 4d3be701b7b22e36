// The page where anyone changes the own password; it ends all sessions, this one too.
import { setText } from './elements.js';
import { say, settings } from './page.js';
import { post } from './api.js';
import { refusal } from './refusals.js';
import { drawZones } from './zones.js';
import './search.js';
import './frame.js';

const form = document.getElementById('password');
const notice = document.getElementById('notice');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { current, password, again } = Object.fromEntries(new FormData(form));
  if (password !== again) return setText(notice, say('password.differ'));
  try {
    await post(`/v1/users/${encodeURIComponent(settings.user)}/password`, { current, password });
    location.assign('/login?changed');
  } catch (refused) {
    setText(notice, refusal(refused));
    notice.scrollIntoView({ block: 'nearest' });
  }
});

drawZones();
document.body.classList.remove('loading');
