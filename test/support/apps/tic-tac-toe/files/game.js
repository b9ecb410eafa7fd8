(() => {
  const LINES = [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
    [0, 3, 6],
    [1, 4, 7],
    [2, 5, 8],
    [0, 4, 8],
    [2, 4, 6],
  ];

  const status = document.getElementById('status');
  const board = document.getElementById('board');
  const counters = {
    X: document.getElementById('score-x'),
    O: document.getElementById('score-o'),
    draw: document.getElementById('draws'),
  };
  const score = { X: 0, O: 0, draw: 0 };

  const cells = Array.from({ length: 9 }, (_, index) => {
    const cell = document.createElement('button');
    cell.type = 'button';
    cell.className = 'cell';
    cell.dataset.index = String(index);
    board.append(cell);
    return cell;
  });

  let beginner = 'X';
  let player = 'X';
  let marks = Array(9).fill('');

  function winningLine() {
    return LINES.find(([a, b, c]) => marks[a] !== '' && marks[a] === marks[b] && marks[a] === marks[c]);
  }

  function render(line, over) {
    for (const [index, cell] of cells.entries()) {
      cell.textContent = marks[index];
      cell.disabled = over || marks[index] !== '';
      cell.classList.toggle('win', line?.includes(index) ?? false);
      cell.setAttribute(
        'aria-label',
        `Row ${Math.floor(index / 3) + 1}, column ${(index % 3) + 1}: ${marks[index] || 'empty'}`,
      );
    }
  }

  function finish(result, line) {
    score[result] += 1;
    counters[result].textContent = String(score[result]);
    status.textContent = result === 'draw' ? 'A draw.' : `${result} wins!`;
    render(line, true);
  }

  function play(index) {
    if (marks[index] !== '') return;
    marks[index] = player;
    const line = winningLine();
    if (line) return finish(player, line);
    if (marks.every((mark) => mark !== '')) return finish('draw');
    player = player === 'X' ? 'O' : 'X';
    status.textContent = `${player} to move`;
    render(undefined, false);
  }

  function start() {
    marks = Array(9).fill('');
    player = beginner;
    beginner = beginner === 'X' ? 'O' : 'X';
    status.textContent = `${player} to move`;
    render(undefined, false);
  }

  board.addEventListener('click', (event) => {
    const cell = event.target.closest('.cell');
    if (cell) play(Number(cell.dataset.index));
  });
  document.getElementById('new-round').addEventListener('click', start);
  start();
})();
