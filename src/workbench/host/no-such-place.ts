import { AppError } from "../../contracts/app-error";
import { type HostPlace } from "./emulated-host-contract";

/** The grid asked for a sheet or range the workbook does not have. */
export class NoSuchPlace extends AppError {
  readonly code = "workbench/no-such-place";

  constructor(place: HostPlace) {
    super(`The workbook has no ${place.sheet}!${place.range}.`, {
      details: { sheet: place.sheet, range: place.range },
    });
  }
}
