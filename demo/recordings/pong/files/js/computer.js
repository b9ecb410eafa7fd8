(() => {
  'use strict';

  const Pong = (window.Pong = window.Pong || {});

  const { SIZE, PADDLE_HEIGHT, COMPUTER_SPEED } = Pong.config;

  const HALF = PADDLE_HEIGHT / 2;
  const ERROR_CHANCE = 1 / 6;
  const ERROR_MIN = 60; // more than half a paddle and the ball: a miss
  const ERROR_MAX = 80;
  const HIT_MAX = 35; // how far from its middle the paddle means to hit the ball

  let approaching = false;
  let offset = 0; // from the ball's height to where the paddle's middle is to be

  Pong.moveComputer = (state) => {
    const { ball, right } = state;

    const approaches = ball.vx > 0;
    if (approaches !== approaching) {
      approaching = approaches;
      offset = approaches ? chooseOffset() : 0;
    }

    // An edge in the way would spoil the aim, so it is taken on the other side.
    const aim = ball.y + offset;
    if (aim < HALF) {
      offset = Math.abs(offset);
    } else if (aim > SIZE - HALF) {
      offset = -Math.abs(offset);
    }

    const way = ball.y + offset - HALF - right.y;
    const move = clamp(way, -COMPUTER_SPEED, COMPUTER_SPEED);
    right.y = clamp(right.y + move, 0, SIZE - PADDLE_HEIGHT);
  };

  function chooseOffset() {
    const side = Math.random() < 0.5 ? -1 : 1;
    if (Math.random() < ERROR_CHANCE) {
      return side * (ERROR_MIN + Math.random() * (ERROR_MAX - ERROR_MIN));
    }
    return side * Math.random() * HIT_MAX;
  }

  function clamp(value, min, max) {
    return Math.min(max, Math.max(min, value));
  }
})();
