(() => {
  'use strict';

  const Pong = (window.Pong = window.Pong || {});

  const { SIZE, PADDLE_HEIGHT } = Pong.config;

  const STEP_MS = 1000 / 60;
  const MAX_ELAPSED_MS = 100; // after a hidden tab the game goes on where it stood

  const canvas = document.getElementById('field');
  const context = canvas.getContext('2d');
  const scoreLeft = document.getElementById('score-left');
  const scoreRight = document.getElementById('score-right');

  const state = Pong.createState();

  let lastTime = null;
  // Half a step ahead, so that on a 60 Hz screen small differences between the
  // frames do not make it no step in one frame and two in the next.
  let dueMs = STEP_MS / 2;

  function followMouse(event) {
    const mouseY = event.clientY - canvas.getBoundingClientRect().top;
    const top = mouseY - PADDLE_HEIGHT / 2;
    state.left.y = Math.min(SIZE - PADDLE_HEIGHT, Math.max(0, top));
  }

  function showScore() {
    scoreLeft.textContent = state.score.left;
    scoreRight.textContent = state.score.right;
  }

  function runStep() {
    Pong.moveComputer(state);
    if (Pong.step(state)) {
      showScore();
    }
  }

  function frame(time) {
    if (lastTime !== null) {
      dueMs += Math.min(time - lastTime, MAX_ELAPSED_MS);
    }
    lastTime = time;

    while (dueMs >= STEP_MS) {
      runStep();
      dueMs -= STEP_MS;
    }

    Pong.draw(context, state);
    requestAnimationFrame(frame);
  }

  document.addEventListener('mousemove', followMouse);
  requestAnimationFrame(frame);
})();
