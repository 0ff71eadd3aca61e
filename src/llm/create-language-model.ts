import OpenAI from "openai";
import { type DraftMessage, type DraftReply, type DraftRequest, type LanguageModel } from "../contracts/language-model";
import { Deadline } from "./deadline";
import { describeFailure } from "./describe-failure";
import { LanguageModelError } from "./language-model-error";
import { readJsonReply } from "./read-json-reply";
import { requestCompletion } from "./request-completion";
import { firstAbilities, lessenAbilities } from "./wire-abilities";

export interface LanguageModelConfig {
  /** "https://api.openai.com/v1" or any compatible server's. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** For one draft as a whole, repairs and retries included. */
  readonly timeoutMs: number;
  readonly maxOutputTokens: number;
  /** Longest silence inside a stream; 30 seconds where left out. */
  readonly silenceMs?: number;
  /** Retries of a failed call with growing, jittered waits, or as the server's retry-after says; 3 where left out. */
  readonly maxRetries?: number;
}

const furthestLessening = 4;

/** A language model behind any server that speaks OpenAI's chat completions. */
export function createLanguageModel(config: LanguageModelConfig): LanguageModel {
  const host = new URL(config.baseUrl).host;
  const client = new OpenAI({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    timeout: config.timeoutMs,
    maxRetries: config.maxRetries ?? 3,
    // The library's own log prints headers and bodies at its debug level, whatever the environment asks.
    logLevel: "off",
  });
  let abilities = firstAbilities(host);

  async function complete(
    request: DraftRequest,
    messages: readonly DraftMessage[],
    stream: boolean,
    onDelta: (text: string) => void,
    deadline: Deadline,
  ): ReturnType<typeof requestCompletion> {
    for (let lessened = 0; ; lessened++) {
      try {
        const call = { request, messages, stream, abilities, model: config.model, host };
        const limited = { ...call, maxOutputTokens: config.maxOutputTokens };
        return await deadline.race(requestCompletion(client, limited, onDelta, deadline));
      } catch (error) {
        const less = lessened < furthestLessening ? lessenAbilities(abilities, error) : null;
        if (less === null) throw error;
        abilities = less;
      }
    }
  }

  async function draft(
    request: DraftRequest,
    onDelta: (text: string) => void,
    signal: AbortSignal,
  ): Promise<DraftReply> {
    const deadline = new Deadline(config.timeoutMs, config.silenceMs ?? 30_000, signal);
    const spent = { input: 0, output: 0, known: false, charactersSent: 0 };
    let messages = request.messages;
    try {
      for (let attempt = 0; ; attempt++) {
        // A repair is asked for in one piece: a server whose stream came to nothing may still answer whole.
        const completion = await complete(request, messages, attempt === 0, onDelta, deadline);
        spent.charactersSent += completion.charactersSent;
        if (completion.usage !== null) {
          spent.input += completion.usage.input;
          spent.output += completion.usage.output;
          spent.known = true;
        }
        const reply = readJsonReply(completion.content, request.schema);
        if (reply.ok) {
          const usage = spent.known ? { input: spent.input, output: spent.output } : null;
          return { draft: reply.value, usage, charactersSent: spent.charactersSent };
        }
        if (attempt > 0)
          throw new LanguageModelError(
            "llm/bad-reply",
            `The language model "${config.model}" did not keep to the form asked for: ${reply.why}.`,
            { host, model: config.model },
          );
        messages = askForRepair(request.messages, completion.content, reply.why);
      }
    } catch (error) {
      throw describeFailure(error, {
        host,
        model: config.model,
        timeoutMs: config.timeoutMs,
        cancelled: signal.aborted,
        timedOut: deadline.passed,
      });
    } finally {
      deadline.end();
    }
  }

  return { model: config.model, baseUrlHost: host, draft };
}

function askForRepair(messages: readonly DraftMessage[], content: string, why: string): DraftMessage[] {
  const shown = content.slice(0, 8_000);
  return [
    ...messages,
    { role: "assistant", content: shown === "" ? "(empty)" : shown },
    {
      role: "user",
      content: `That reply cannot be used: ${why}. Reply again with the whole JSON object and nothing else.`,
    },
  ];
}
