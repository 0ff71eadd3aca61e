import { AppError } from "../../contracts/app-error";

export class ReviewCancelledError extends AppError {
  readonly code = "taskpane/review-cancelled";

  constructor() {
    super("The review was stopped.");
  }
}

export class ReviewFailedError extends AppError {
  readonly code = "taskpane/review-failed";

  constructor(why: string) {
    super(`The review could not be finished: ${why}`);
  }
}
