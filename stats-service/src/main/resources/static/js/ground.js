// What every map stands on: a grid of coordinates, tiles where they are set up, buttons and a scale.
import * as L from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
import { say, settings } from './page.js';
import { drawGrid } from './grid.js';

export { L };

/** Where a map looks while there is nothing to show. */
export const HOME = [-34.6037, -58.3816];

/** A map in `box`, not looking anywhere yet. */
export function openMap(box) {
  const map = L.map(box, { zoomControl: false, attributionControl: false, maxZoom: 19, minZoom: 2, worldCopyJump: true });
  L.control.zoom({ position: 'topright', zoomInTitle: say('map.zoom-in'), zoomOutTitle: say('map.zoom-out') }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  drawGrid(L, map);
  // Tile servers ask who shows their tiles; the page's origin is all they are told.
  if (settings.tiles) L.tileLayer(settings.tiles, { maxZoom: 19, referrerPolicy: 'origin' }).addTo(map);
  return map;
}
