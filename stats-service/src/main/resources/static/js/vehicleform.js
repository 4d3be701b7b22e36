// The form of a vehicle: its class, whether it pays, where and when.
import { el, setText, visible } from './elements.js';
import { Refused, everything, get, publish } from './api.js';
import { instantOf, localTime, plate, zoneName } from './format.js';
import { say } from './page.js';
import { askToPublish, effectOf, versionOf } from './publishing.js';
import { clearFaults, forgetFault, showFaults } from './faults.js';
import { toast } from './notices.js';

const dialog = document.getElementById('vehicle');
const form = document.getElementById('vehicle-form');
const notice = document.getElementById('vehicle-notice');
const picks = document.getElementById('zone-picks');
/** No plate is so: it is refused, with whatever else is wrong. */
const PLATELESS = '-';
let hearer = () => {};
let edited = null;

export const vehiclePath = (text) => `/v1/vehicles/${encodeURIComponent(text)}`;
/** Calls `published` with each version that this form published. */
export const onVehicle = (published) => { hearer = published; };

/** A version as a draft for the next one. */
export const draftOf = ({ class: name, exempt, zones, validFrom, validTo }) => ({ class: name, exempt, zones, validFrom, validTo });

/** Opens the form for a vehicle, or for a new one. */
export async function openVehicle(vehicle) {
  edited = vehicle;
  form.reset();
  clearFaults(form, notice);
  setText(document.getElementById('vehicle-title'), vehicle ? say('zones.edit-title', plate(vehicle.plate)) : say('vehicles.add'));
  form.elements.plate.value = vehicle?.plate ?? '';
  form.elements.plate.readOnly = Boolean(vehicle);
  form.elements.class.value = vehicle?.class ?? '';
  form.elements.exempt.checked = vehicle?.exempt ?? false;
  for (const name of ['validFrom', 'validTo']) form.elements[name].value = vehicle?.[name] ? localTime(vehicle[name]) : '';
  picks.replaceChildren();
  dialog.showModal();
  form.elements[vehicle ? 'class' : 'plate'].focus();
  await offer(vehicle);
}

/** Zones to pick from, and the classes that tariffs know. */
async function offer(vehicle) {
  const [zones, tariffs] = await Promise.all(['/v1/zones', '/v1/tariffs'].map((path) => everything(path).catch(() => [])));
  const ids = [...new Set([...zones.map((zone) => zone.id), ...(vehicle?.zones ?? [])])];
  picks.replaceChildren(...ids.map((id) => el('label', { class: 'check' }, el('input', { type: 'checkbox', name: 'zones', value: id, checked: vehicle?.zones.includes(id) }), ' ', el('span', {}, zoneName(id)))));
  const classes = new Set(tariffs.flatMap((tariff) => (tariff.adjustments ?? []).map((one) => one.vehicleClass)));
  document.getElementById('classes').replaceChildren(...[...classes].map((name) => el('option', { value: visible(name) })));
}

function written() {
  // A time that was not touched keeps its seconds and fractions.
  const time = (name) => {
    const value = form.elements[name].value;
    if (edited?.[name] && value === localTime(edited[name])) return edited[name];
    return value ? instantOf(value) : undefined;
  };
  return {
    class: form.elements.class.value.trim() || undefined,
    exempt: form.elements.exempt.checked,
    zones: [...picks.querySelectorAll(':checked')].map((box) => box.value),
    validFrom: time('validFrom'),
    validTo: time('validTo'),
  };
}

form.addEventListener('input', forgetFault);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const path = vehiclePath(form.elements.plate.value.trim() || PLATELESS);
  const draft = JSON.stringify(written());
  try {
    // A plate that is listed already gets its next version.
    const version = edited?.version ?? (await get(path).catch(() => null))?.version;
    const preview = await publish(path, draft, version, true);
    if (preview.version === version) return toast(say('publish.nothing'));
    clearFaults(form, notice);
    askToPublish(say('publish.title', versionOf(preview), plate(preview.plate)), preview,
      [version && !edited ? el('p', { class: 'notice' }, say('vehicles.listed')) : null, effectOf(preview.effect)],
      () => publish(path, draft, version), (vehicle) => {
        dialog.close();
        hearer(vehicle);
      });
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    showFaults(form, notice, refused);
  }
});
