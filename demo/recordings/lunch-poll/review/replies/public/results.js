<<<<<<< SEARCH
  result.places.forEach((place, index) => {
    updateRow(rows[index], place, result.total, result.leaders.includes(index));
  });
=======
  const most = result.leaders.length === 0 ? 0 : result.places[result.leaders[0]].votes;
  result.places.forEach((place, index) => {
    updateRow(rows[index], place, most, result.leaders.includes(index));
  });
>>>>>>> REPLACE

<<<<<<< SEARCH
function updateRow(row, place, total, leading) {
=======
/** @param most votes of the leading place, which fills the whole bar; 0 without votes. */
function updateRow(row, place, most, leading) {
>>>>>>> REPLACE

<<<<<<< SEARCH
  row.fill.style.width = total === 0 ? '0%' : `${(place.votes / total) * 100}%`;
=======
  row.fill.style.width = most === 0 ? '0%' : `${(place.votes / most) * 100}%`;
>>>>>>> REPLACE
