'use strict';

const Computer = (() => {
  const FIELD_HEIGHT = 400;
  const MAX_MOVE = 3;          // pixels per step
  const AIM_SPREAD = 35;       // usual distance from the paddle's centre, still a hit
  const ERROR_CHANCE = 1 / 6;
  const ERROR_MIN = 65;        // beyond half a paddle plus the ball: a miss
  const ERROR_MAX = 90;

  let offset = 0;
  let wasComing = false;

  // The height at which the ball will reach the paddle, bounces off the edges included.
  const arrivalY = (ball, paddle) => {
    const steps = (paddle.x - ball.radius - ball.x) / ball.vx;
    const span = FIELD_HEIGHT - 2 * ball.radius;
    const travelled = Math.abs(ball.y - ball.radius + ball.vy * steps) % (2 * span);
    return ball.radius + (travelled > span ? 2 * span - travelled : travelled);
  };

  const drawOffset = (ball, paddle) => {
    if (Math.random() >= ERROR_CHANCE) {
      return (Math.random() * 2 - 1) * AIM_SPREAD;
    }
    // Towards the farther edge, where the clamp cannot push the paddle back to the ball.
    const direction = arrivalY(ball, paddle) < FIELD_HEIGHT / 2 ? 1 : -1;
    return direction * (ERROR_MIN + Math.random() * (ERROR_MAX - ERROR_MIN));
  };

  const move = (state) => {
    const { ball, right } = state;
    const isComing = ball.vx > 0;
    if (isComing && !wasComing) {
      offset = drawOffset(ball, right);
    }
    wasComing = isComing;

    const centre = right.y + right.height / 2;
    const distance = ball.y + offset - centre;
    Game.placePaddle(right, centre + Math.max(-MAX_MOVE, Math.min(MAX_MOVE, distance)));
  };

  return { move };
})();
