<<<<<<< SEARCH
  result.places.forEach((place, index) => updateRow(rows[index], place, result.total));
=======
  const highest = Math.max(...result.places.map((place) => place.count));
  result.places.forEach((place, index) => updateRow(rows[index], place, highest));
>>>>>>> REPLACE

<<<<<<< SEARCH
function updateRow(row, place, sum) {
=======
/** Measures the bar against the highest count, so that the leading place fills the whole width. */
function updateRow(row, place, highest) {
>>>>>>> REPLACE

<<<<<<< SEARCH
  row.fill.style.width = `${sum > 0 ? (100 * place.count) / sum : 0}%`;
=======
  row.fill.style.width = `${highest > 0 ? (100 * place.count) / highest : 0}%`;
>>>>>>> REPLACE
