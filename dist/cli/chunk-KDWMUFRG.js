// src/model/errors.ts
var ModelError = class extends Error {
  /** HTTP status, where the server answered with one. */
  status;
  /** True when every further call would fail in the same way, so that all of them are given up at once. */
  endsRun = false;
  constructor(message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = new.target.name;
    this.status = options.status ?? null;
  }
};
var InvalidOptionError = class extends ModelError {
  /** The option as the action and the command line spell it: `base-url`. */
  option;
  advice;
  endsRun = true;
  constructor(option, message, advice = `Correct \`${option}\`, then run again.`) {
    super(message);
    this.option = option;
    this.advice = advice;
  }
};
var KeyRejectedError = class extends ModelError {
  advice = "Check the `api-key` input and the secret behind it.";
  endsRun = true;
};
var ModelNotFoundError = class extends ModelError {
  advice = "Set the `model` input to a model that the endpoint offers.";
  endsRun = true;
};
var CreditExhaustedError = class extends ModelError {
  advice = "Add credit or raise the spending limit at the provider, then run again.";
  endsRun = true;
};
var ContextTooLongError = class extends ModelError {
  advice = "Shorten the request, or choose a model with a larger context.";
};
var LimitTooSmallError = class extends ModelError {
  advice = "Raise the account's rate limit at the provider, or choose another model.";
  endsRun = true;
};
var RefusedError = class extends ModelError {
  advice = "Say it in other words, then run again.";
};
var RateLimitedError = class extends ModelError {
  advice = "Run again later, or set `concurrency` lower.";
};
var EndpointUnavailableError = class extends ModelError {
  advice = "Run again later; check `base-url` if it keeps happening.";
};
var RequestRejectedError = class extends ModelError {
  advice = "Check `base-url`, `model`, `effort`, `temperature` and `max-output-tokens`.";
};
var BrokenReplyError = class extends ModelError {
  advice = "Run again; check `base-url` if it keeps happening.";
};
var ReplyTooLargeError = class extends BrokenReplyError {
};
var NothingWrittenError = class extends ModelError {
  advice = "Raise `max-output-tokens`, or set `effort` lower.";
};
var MalformedReplyError = class extends ModelError {
  advice = "Run again, or choose a more capable model.";
};
var IdleTimeoutError = class extends ModelError {
  advice = "Raise `idle-timeout` if the endpoint is slow, or run again.";
};
var TooSlowError = class extends ModelError {
  advice = "Choose a faster model, or raise `idle-timeout`.";
};

export {
  ModelError,
  InvalidOptionError,
  KeyRejectedError,
  ModelNotFoundError,
  CreditExhaustedError,
  ContextTooLongError,
  LimitTooSmallError,
  RefusedError,
  RateLimitedError,
  EndpointUnavailableError,
  RequestRejectedError,
  BrokenReplyError,
  ReplyTooLargeError,
  NothingWrittenError,
  MalformedReplyError,
  IdleTimeoutError,
  TooSlowError
};
