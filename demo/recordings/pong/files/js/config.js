(() => {
  'use strict';

  const Pong = (window.Pong = window.Pong || {});

  // Lengths are in canvas pixels, speeds in pixels per step of 1/60 s.
  Pong.config = Object.freeze({
    SIZE: 400,
    PADDLE_WIDTH: 10,
    PADDLE_HEIGHT: 100,
    PADDLE_GAP: 10, // between a paddle and the edge behind it
    BALL_RADIUS: 5,
    START_SPEED: 3.5, // of the ball at each serve
    SPEED_FACTOR: 1.07, // by which each paddle hit speeds the ball up
    COMPUTER_SPEED: 2.5, // the most that the right paddle moves in a step
  });
})();
