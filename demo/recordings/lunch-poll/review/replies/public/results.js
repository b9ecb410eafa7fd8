<<<<<<< SEARCH
  result.places.forEach((place, index) => {
    updateRow(rows[index], place, result.total, result.leaders.includes(index));
  });
}
=======
  const most = mostVotes(result);
  result.places.forEach((place, index) => {
    updateRow(rows[index], place, most, result.leaders.includes(index));
  });
}

function mostVotes({ places, leaders }) {
  return leaders.length === 0 ? 0 : places[leaders[0]].votes;
}
>>>>>>> REPLACE

<<<<<<< SEARCH
function updateRow(row, place, total, leading) {
=======
function updateRow(row, place, most, leading) {
>>>>>>> REPLACE

<<<<<<< SEARCH
  row.fill.style.width = total === 0 ? '0%' : `${(place.votes / total) * 100}%`;
=======
  row.fill.style.width = most === 0 ? '0%' : `${(place.votes / most) * 100}%`;
>>>>>>> REPLACE
