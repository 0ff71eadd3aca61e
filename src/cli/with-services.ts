import { readConfiguration } from "../server/configuration";
import { openServices } from "../server/services/open-services";
import { type Services } from "../server/services/services";

/** Opens the services on a data folder, runs, and closes them whatever happens. */
export async function withServices<T>(
  dataFolder: string | undefined,
  run: (services: Services) => Promise<T>,
): Promise<T> {
  const configuration = readConfiguration(process.env, { dataFolder, workingFolder: process.cwd() });
  const services = await openServices(configuration);
  try {
    return await run(services);
  } finally {
    await services.close();
  }
}
