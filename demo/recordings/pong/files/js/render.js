(() => {
  'use strict';

  const Pong = (window.Pong = window.Pong || {});

  const { SIZE, PADDLE_WIDTH, PADDLE_HEIGHT, PADDLE_GAP, BALL_RADIUS } = Pong.config;

  Pong.draw = (context, state) => {
    const { left, right, ball } = state;

    context.fillStyle = 'black';
    context.fillRect(0, 0, SIZE, SIZE);

    context.fillStyle = 'yellow';
    context.fillRect(PADDLE_GAP, left.y, PADDLE_WIDTH, PADDLE_HEIGHT);
    context.fillRect(SIZE - PADDLE_GAP - PADDLE_WIDTH, right.y, PADDLE_WIDTH, PADDLE_HEIGHT);

    context.fillStyle = 'red';
    context.beginPath();
    context.arc(ball.x, ball.y, BALL_RADIUS, 0, 2 * Math.PI);
    context.fill();
  };
})();
