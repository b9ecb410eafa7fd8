(() => {
  'use strict';

  const Pong = (window.Pong = window.Pong || {});

  const {
    SIZE,
    PADDLE_WIDTH,
    PADDLE_HEIGHT,
    PADDLE_GAP,
    BALL_RADIUS,
    START_SPEED,
    SPEED_FACTOR,
  } = Pong.config;

  const REST_STEPS = 45; // how long the ball rests before a serve
  const MAX_SERVE_ANGLE = Math.PI / 6;
  const MAX_BOUNCE_ANGLE = (50 * Math.PI) / 180;

  // Where the ball's centre is when the ball touches an edge or a paddle's front face.
  const TOP = BALL_RADIUS;
  const BOTTOM = SIZE - BALL_RADIUS;
  const LEFT_FACE = PADDLE_GAP + PADDLE_WIDTH + BALL_RADIUS;
  const RIGHT_FACE = SIZE - LEFT_FACE;

  Pong.createState = () => ({
    left: { y: (SIZE - PADDLE_HEIGHT) / 2 },
    right: { y: (SIZE - PADDLE_HEIGHT) / 2 },
    ball: { x: SIZE / 2, y: SIZE / 2, vx: 0, vy: 0 },
    score: { left: 0, right: 0 },
    restSteps: REST_STEPS, // steps left until the serve
    serveTo: 1, // direction of the next serve: 1 to the right, -1 to the left
    missed: false, // whether the ball has got past a paddle
  });

  Pong.step = (state) => {
    if (state.restSteps > 0) {
      state.restSteps -= 1;
      if (state.restSteps === 0) {
        serve(state);
      }
      return null;
    }

    moveBall(state);

    const winner = findWinner(state.ball);
    if (winner) {
      state.score[winner] += 1;
      layBallDown(state, winner);
    }
    return winner;
  };

  function serve(state) {
    const angle = (Math.random() * 2 - 1) * MAX_SERVE_ANGLE;
    state.ball.vx = state.serveTo * START_SPEED * Math.cos(angle);
    state.ball.vy = START_SPEED * Math.sin(angle);
  }

  // Follows the ball's path for one step, from each touch to the next, so that
  // even a very fast ball meets every edge and paddle on its way.
  function moveBall(state) {
    const { ball } = state;
    let rest = 1;

    while (rest > 0) {
      const untilEdge = timeToEdge(ball);
      const untilFace = state.missed ? Infinity : timeToFace(ball);
      const time = Math.min(rest, untilEdge, untilFace);

      ball.x += ball.vx * time;
      ball.y += ball.vy * time;
      rest -= time;

      if (time === untilFace) {
        meetPaddle(state);
      } else if (time === untilEdge) {
        ball.y = ball.vy < 0 ? TOP : BOTTOM;
        ball.vy = -ball.vy;
      }
    }
  }

  function timeToEdge({ y, vy }) {
    if (vy === 0) {
      return Infinity;
    }
    return Math.max(0, ((vy < 0 ? TOP : BOTTOM) - y) / vy);
  }

  function timeToFace({ x, vx }) {
    return Math.max(0, ((vx < 0 ? LEFT_FACE : RIGHT_FACE) - x) / vx);
  }

  // The ball is level with a front face: it bounces if the paddle is there.
  function meetPaddle(state) {
    const { ball } = state;
    const toLeft = ball.vx < 0;
    const paddle = toLeft ? state.left : state.right;
    const reach = PADDLE_HEIGHT / 2 + BALL_RADIUS;
    const offset = (ball.y - (paddle.y + PADDLE_HEIGHT / 2)) / reach;

    if (Math.abs(offset) > 1) {
      state.missed = true;
      return;
    }

    const speed = Math.hypot(ball.vx, ball.vy) * SPEED_FACTOR;
    const angle = offset * MAX_BOUNCE_ANGLE;
    ball.x = toLeft ? LEFT_FACE : RIGHT_FACE;
    ball.vx = (toLeft ? 1 : -1) * speed * Math.cos(angle);
    ball.vy = speed * Math.sin(angle);
  }

  function findWinner({ x }) {
    if (x < -BALL_RADIUS) {
      return 'right';
    }
    if (x > SIZE + BALL_RADIUS) {
      return 'left';
    }
    return null;
  }

  // The next ball goes to the one who has missed this one.
  function layBallDown(state, winner) {
    Object.assign(state.ball, { x: SIZE / 2, y: SIZE / 2, vx: 0, vy: 0 });
    state.restSteps = REST_STEPS;
    state.serveTo = winner === 'left' ? 1 : -1;
    state.missed = false;
  }
})();
