(() => {
  const STEP_MS = 1000 / 60;
  const MAX_STEPS_PER_FRAME = 5;

  const field = document.getElementById('field');
  const state = Game.create();

  let lastTime = null;
  let pendingMs = 0;

  window.addEventListener('mousemove', (event) => {
    const y = event.clientY - field.getBoundingClientRect().top;
    Game.placePaddle(state.left, y);
  });

  function step() {
    Computer.move(state);
    Game.step(state);
  }

  function frame(now) {
    if (lastTime !== null) {
      // Time beyond the limit is dropped: after a pause in a background tab
      // the game goes on where it was instead of racing to catch up.
      pendingMs = Math.min(
        pendingMs + Math.max(0, now - lastTime),
        MAX_STEPS_PER_FRAME * STEP_MS
      );
    }
    lastTime = now;

    while (pendingMs >= STEP_MS) {
      step();
      pendingMs -= STEP_MS;
    }

    Render.draw(state);
    requestAnimationFrame(frame);
  }

  requestAnimationFrame(frame);
})();
