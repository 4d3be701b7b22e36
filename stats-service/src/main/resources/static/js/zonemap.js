// The map of Zonas: the zones in force, and the shape that is being drawn.
import { el, visible } from './elements.js';
import { say } from './page.js';
import { HOME, L, openMap } from './ground.js';

const METERS_A_DEGREE = 111_320;
const map = openMap(document.getElementById('map'));
map.setView(HOME, 12);
map.createPane('dots').style.zIndex = 350;
const dots = L.layerGroup().addTo(map);
const zones = L.featureGroup().addTo(map);
const draft = L.featureGroup().addTo(map);
let drawing = null;

/** The layer of a zone's shape; null while a draft's is none. */
function layerOf(shape, options) {
  if (shape?.circle) {
    const { latitude, longitude, radiusMeters } = shape.circle;
    return [latitude, longitude].every(Number.isFinite) ? L.circle([latitude, longitude], { ...options, radius: radiusMeters > 0 ? radiusMeters : 1 }) : null;
  }
  if (!Array.isArray(shape?.coordinates)) return null;
  const rings = shape.coordinates.map((ring) => (Array.isArray(ring) ? ring : []).filter((point) => Array.isArray(point) && point.slice(0, 2).every(Number.isFinite)).map(([x, y]) => [y, x]));
  return rings[0]?.length > 2 ? L.polygon(rings, options) : null;
}

/** Square meters, roughly: enough to lay the small ones on top. */
function size({ circle, coordinates }) {
  if (circle) return Math.PI * circle.radiusMeters ** 2;
  const [west, east] = [Math.min, Math.max].map((most) => most(...coordinates[0].map(([x]) => x)));
  const [south, north] = [Math.min, Math.max].map((most) => most(...coordinates[0].map(([, y]) => y)));
  return (east - west) * (north - south) * METERS_A_DEGREE ** 2 * Math.cos((south * Math.PI) / 180);
}

/** Draws `all`; a click on one calls `choose` with its id. */
export function showZones(all, chosen, choose) {
  zones.clearLayers();
  for (const zone of [...all].sort((one, other) => size(other.shape) - size(one.shape))) {
    const tone = zone.id === chosen ? ' chosen' : '';
    const layer = layerOf(zone.shape, { className: `zone-shape${tone}` });
    layer.bindTooltip(el('span', {}, visible(zone.id)), { permanent: true, direction: 'center', className: `zone-label${tone}` });
    layer.on('click', () => drawing ?? choose(zone.id));
    layer.addTo(zones);
  }
}

/** Small dots where `places` are, so that a zone can be drawn around them. */
export function showPlaces(places) {
  dots.clearLayers();
  for (const { latitude, longitude } of places) L.circleMarker([latitude, longitude], { pane: 'dots', radius: 3, className: 'place-dot', interactive: false }).addTo(dots);
}

/** Looks at `shape`, or at all there is. */
export function lookAt(shape) {
  const one = shape && layerOf(shape, { stroke: false, fill: false, interactive: false })?.addTo(map);
  const marks = L.featureGroup(dots.getLayers());
  const all = one ?? (zones.getLayers().length ? zones : marks);
  const bounds = all.getBounds();
  one?.remove();
  if (bounds.isValid()) map.fitBounds(bounds.pad(0.25), { maxZoom: 17, animate: false });
}

/** Shows an older version, as a dashed line; null: none. */
export function showDraft(shape) {
  draft.clearLayers();
  const layer = layerOf(shape, { className: 'zone-draft', interactive: false })?.addTo(draft);
  if (!drawing || !layer || !shape.circle) return;
  const centre = layer.getLatLng();
  const east = () => [centre.lat, centre.lng + layer.getRadius() / (METERS_A_DEGREE * Math.cos((centre.lat * Math.PI) / 180))];
  const middle = knob(centre, 'zone-centre', say('zones.centre'));
  const edge = knob(east(), 'zone-edge', say('zones.edge'));
  middle.on('drag', () => {
    Object.assign(centre, middle.getLatLng());
    layer.setLatLng(centre);
    edge.setLatLng(east());
    drawing(circle(centre, layer.getRadius()));
  });
  edge.on('drag', () => {
    layer.setRadius(Math.max(1, Math.round(map.distance(centre, edge.getLatLng()))));
    drawing(circle(centre, layer.getRadius()));
  });
  edge.on('dragend', () => edge.setLatLng(east()));
}

function knob(at, className, title) {
  const icon = L.divIcon({ className: `zone-knob ${className}`, iconSize: [22, 22] });
  return L.marker(at, { icon, draggable: true, autoPan: true, title, alt: title, keyboard: false }).addTo(draft);
}

const circle = ({ lat, lng }, radius) => ({ circle: { latitude: Number(lat.toFixed(6)), longitude: Number(lng.toFixed(6)), radiusMeters: Math.round(radius) } });

/** While `changed` is given, a click sets a centre and its edge can be dragged: each calls it with the circle. */
export function draw(changed) {
  drawing = changed;
  map.getContainer().classList.toggle('drawing', Boolean(changed));
  if (!changed) draft.clearLayers();
}

map.on('click', ({ latlng }) => {
  if (!drawing) return;
  const before = draft.getLayers().find((layer) => layer instanceof L.Circle);
  const width = map.distance(map.getBounds().getNorthWest(), map.getBounds().getNorthEast());
  const next = circle(latlng.wrap(), before?.getRadius() ?? width / 10);
  if (drawing(next) !== false) showDraft(next);
});
