import packageJson from "../../package.json";

/** The version that package.json states. */
export const version: string = packageJson.version;
