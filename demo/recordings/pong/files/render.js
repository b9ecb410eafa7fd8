const Render = (() => {
  const canvas = document.getElementById('field');
  const context = canvas.getContext('2d');
  const scoreLeft = document.getElementById('score-left');
  const scoreRight = document.getElementById('score-right');

  function drawPaddle(paddle) {
    context.fillStyle = 'yellow';
    context.fillRect(paddle.x, paddle.y, paddle.width, paddle.height);
  }

  function drawBall(ball) {
    context.fillStyle = 'red';
    context.beginPath();
    context.arc(ball.x, ball.y, ball.radius, 0, 2 * Math.PI);
    context.fill();
  }

  function draw(state) {
    context.fillStyle = 'black';
    context.fillRect(0, 0, canvas.width, canvas.height);

    drawPaddle(state.left);
    drawPaddle(state.right);
    drawBall(state.ball);

    scoreLeft.textContent = String(state.score.left);
    scoreRight.textContent = String(state.score.right);
  }

  return { draw };
})();
