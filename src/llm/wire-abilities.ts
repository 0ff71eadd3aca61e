import { APIError } from "openai";

/** What a compatible server was found to understand; each step down is taken once and remembered. */
export interface WireAbilities {
  readonly replyFormat: "json-schema" | "json-object" | "none";
  readonly limitField: "max_completion_tokens" | "max_tokens";
  readonly streamOptions: boolean;
}

/** OpenAI's own newer models refuse `max_tokens`; older compatible servers know nothing else. */
export function firstAbilities(host: string): WireAbilities {
  const openAi = host.endsWith("openai.com") || host.endsWith(".azure.com");
  return {
    replyFormat: "json-schema",
    limitField: openAi ? "max_completion_tokens" : "max_tokens",
    streamOptions: true,
  };
}

/** The next thing to try after a server named a field it does not understand; null where the error is about something else. */
export function lessenAbilities(abilities: WireAbilities, error: unknown): WireAbilities | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const about = `${error.param ?? ""} ${error.message}`;
  if (/stream_options|include_usage/.test(about) && abilities.streamOptions)
    return { ...abilities, streamOptions: false };
  if (/response_format|json_schema|json_object/.test(about)) {
    if (abilities.replyFormat === "json-schema") return { ...abilities, replyFormat: "json-object" };
    if (abilities.replyFormat === "json-object") return { ...abilities, replyFormat: "none" };
  }
  if (abilities.limitField === "max_tokens" && /max_tokens/.test(about))
    return { ...abilities, limitField: "max_completion_tokens" };
  if (abilities.limitField === "max_completion_tokens" && /max_completion_tokens/.test(about))
    return { ...abilities, limitField: "max_tokens" };
  return null;
}
