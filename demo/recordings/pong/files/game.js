const Game = (() => {
  const FIELD_SIZE = 400;
  const SERVE_SPEED = 4;
  const SPEED_UP = 1.05;
  const MAX_ANGLE = Math.PI / 4;

  function create() {
    const state = {
      left: { x: 10, y: 150, width: 10, height: 100 },
      right: { x: 380, y: 150, width: 10, height: 100 },
      ball: { x: 200, y: 200, radius: 5, vx: 0, vy: 0 },
      score: { left: 0, right: 0 }
    };
    serve(state.ball, 1);
    return state;
  }

  function placePaddle(paddle, centreY) {
    const top = centreY - paddle.height / 2;
    paddle.y = Math.min(Math.max(top, 0), FIELD_SIZE - paddle.height);
  }

  function step(state) {
    const { ball, left, right, score } = state;
    let time = 1; // what is left of this step

    while (time > 0) {
      const paddle = ball.vx < 0 ? left : right;
      const face = ball.vx < 0
        ? paddle.x + paddle.width + ball.radius
        : paddle.x - ball.radius;
      const timeToFace = (face - ball.x) / ball.vx;

      if (timeToFace < 0 || timeToFace > time) {
        // Not there yet, or already past the paddle.
        travel(ball, time);
        break;
      }

      travel(ball, timeToFace);
      ball.x = face;
      time -= timeToFace;

      if (!touches(ball, paddle)) {
        travel(ball, time);
        break;
      }
      bounceOff(ball, paddle);
    }

    if (ball.x + ball.radius < 0) {
      score.right += 1;
      serve(ball, 1);
    } else if (ball.x - ball.radius > FIELD_SIZE) {
      score.left += 1;
      serve(ball, -1);
    }
  }

  // Puts the ball in the centre, flying right (direction 1) or left (-1).
  function serve(ball, direction) {
    ball.x = FIELD_SIZE / 2;
    ball.y = FIELD_SIZE / 2;
    launch(ball, SERVE_SPEED, (Math.random() * 2 - 1) * MAX_ANGLE, direction);
  }

  function launch(ball, speed, angle, direction) {
    ball.vx = direction * speed * Math.cos(angle);
    ball.vy = speed * Math.sin(angle);
  }

  // Moves the ball for a part of a step, bouncing off the top and bottom edges.
  function travel(ball, time) {
    const top = ball.radius;
    const bottom = FIELD_SIZE - ball.radius;
    ball.x += ball.vx * time;
    ball.y += ball.vy * time;
    while (ball.y < top || ball.y > bottom) {
      ball.y = 2 * (ball.y < top ? top : bottom) - ball.y;
      ball.vy = -ball.vy;
    }
  }

  function touches(ball, paddle) {
    return ball.y + ball.radius >= paddle.y
      && ball.y - ball.radius <= paddle.y + paddle.height;
  }

  // The farther from the paddle's centre the hit, the steeper the ball flies off.
  function bounceOff(ball, paddle) {
    const reach = paddle.height / 2 + ball.radius;
    const offset = (ball.y - (paddle.y + paddle.height / 2)) / reach;
    const angle = Math.min(Math.max(offset, -1), 1) * MAX_ANGLE;
    const speed = Math.hypot(ball.vx, ball.vy) * SPEED_UP;
    launch(ball, speed, angle, ball.vx < 0 ? 1 : -1);
  }

  return { create, placePaddle, step };
})();
