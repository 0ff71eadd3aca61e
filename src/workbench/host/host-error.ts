import { AppError } from "../../contracts/app-error";

/** The codes with which the real application refuses one action of a batch; the ones we give. */
export type HostErrorCode =
  "ItemNotFound" | "InvalidArgument" | "ItemAlreadyExists" | "ApiNotFound" | "GeneralException";

const messages: Readonly<Record<HostErrorCode, string>> = {
  ItemNotFound: "The requested resource doesn't exist.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  ApiNotFound: "The API you are trying to use could not be found.",
  GeneralException: "There was an internal error while processing the request.",
};

/** One action of a batch cannot be answered; it ends the batch and travels back as its `Error`. */
export class HostError extends AppError {
  readonly code = "workbench/host-error";

  constructor(
    readonly wireCode: HostErrorCode,
    readonly about: string,
  ) {
    super(`${messages[wireCode]} (${about})`, { details: { wireCode, about } });
  }
}
