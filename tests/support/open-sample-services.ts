import { readConfiguration } from "../../src/server/configuration";
import { addSample } from "../../src/server/services/add-sample";
import { openServices } from "../../src/server/services/open-services";
import { type Services } from "../../src/server/services/services";

/** The real services over a data folder that holds the made-up company's filings; `environment` may name a language model. */
export async function openSampleServices(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Services> {
  const services = await openServices(readConfiguration(environment, { dataFolder, workingFolder: dataFolder }));
  await addSample(services, () => undefined);
  return services;
}
