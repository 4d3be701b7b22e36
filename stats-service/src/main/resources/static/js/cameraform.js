// The form of a camera: what it is called, whose words it speaks, where it stands, how its clock and direction are meant.
import { setText, visible } from './elements.js';
import { publish } from './api.js';
import { say } from './page.js';
import { durationField, fillDuration, readDuration } from './durations.js';
import { clearFaults, forgetFault, showFaults } from './faults.js';
import { suggestId } from './secret.js';

const dialog = document.getElementById('camera');
const form = document.getElementById('camera-form');
const notice = document.getElementById('camera-notice');
/** No id is so: it is refused, with whatever else is wrong. */
const NO_ID = '-';
let edited = null;
let hearer = () => {};

export const cameraPath = (id) => `/v1/cameras/${encodeURIComponent(id)}`;
/** Calls `saved` with what was answered to each camera that this form wrote. */
export const onCamera = (saved) => { hearer = saved; };

/** Opens the form for `record`, or for a new one, perhaps with an id that its photos bear. */
export function openCamera(record, id = '') {
  edited = record;
  form.reset();
  clearFaults(form, notice);
  setText(document.getElementById('camera-title'), record ? say('zones.edit-title', visible(record.name)) : say('cameras.add'));
  const { elements } = form;
  elements.id.value = record?.id ?? id;
  elements.id.readOnly = Boolean(record);
  elements.id.dataset.own = id ? 'true' : '';
  elements.name.value = record?.name ?? id;
  elements.make.value = record?.make ?? 'hikvision';
  elements.direction.value = record?.direction ?? '';
  elements.latitude.value = record?.place?.latitude ?? '';
  elements.longitude.value = record?.place?.longitude ?? '';
  elements.timeZone.value = record?.timeZone ?? '';
  fillDuration(form, 'expectedInterval', record?.expectedInterval, 'minutes');
  dialog.showModal();
  elements.name.focus();
}

/** What is no number is sent as it is, and refused as that. */
function degrees(text) {
  const written = text.trim().replace(',', '.');
  return written === '' ? undefined : Number.isNaN(Number(written)) ? written : Number(written);
}

function written() {
  const { elements } = form;
  const text = (name) => elements[name].value.trim() || undefined;
  const place = { latitude: degrees(elements.latitude.value), longitude: degrees(elements.longitude.value) };
  return {
    name: elements.name.value,
    make: text('make'),
    place: text('url') || Object.values(place).every((one) => one === undefined) ? undefined : place,
    url: text('url'),
    direction: text('direction'),
    timeZone: text('timeZone'),
    expectedInterval: readDuration(form, 'expectedInterval') ?? undefined,
  };
}

form.addEventListener('input', forgetFault);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const camera = await publish(cameraPath(form.elements.id.value.trim() || NO_ID), JSON.stringify(written()), edited?.version);
    dialog.close();
    hearer(camera);
  } catch (refused) {
    showFaults(form, notice, refused);
  }
});
document.getElementById('expected').append(durationField('expectedInterval', say('cameras.expected')));
suggestId(form);
