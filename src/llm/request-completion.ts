import { APIError, type OpenAI } from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { type DraftMessage, type DraftRequest } from "../contracts/language-model";
import { type Deadline } from "./deadline";
import { tooLong, withheld } from "./describe-failure";
import { type WireAbilities } from "./wire-abilities";

export interface CompletionCall {
  readonly request: DraftRequest;
  readonly messages: readonly DraftMessage[];
  readonly stream: boolean;
  readonly abilities: WireAbilities;
  readonly model: string;
  readonly host: string;
  readonly maxOutputTokens: number;
}

export interface Completion {
  readonly content: string;
  readonly usage: { readonly input: number; readonly output: number } | null;
  readonly charactersSent: number;
}

/** No answer of ours is this long; a server that streams without end is stopped here. */
const longestReplyCharacters = 200_000;

/** One call of chat completions, streamed or whole; rejects with what the client rejects with. */
export async function requestCompletion(
  client: OpenAI,
  call: CompletionCall,
  onDelta: (text: string) => void,
  deadline: Deadline,
): Promise<Completion> {
  const body = bodyOf(call);
  const charactersSent = body.messages.reduce((sum, message) => sum + String(message.content).length, 0);
  if (!call.stream) {
    const whole = await client.chat.completions.create({ ...body, stream: false }, { signal: deadline.signal });
    const choice = whole.choices?.[0];
    if (choice?.message?.refusal) throw withheld(call);
    refuseUnfinished(choice?.finish_reason ?? null, call);
    return { content: choice?.message?.content ?? "", usage: usageOf(whole.usage), charactersSent };
  }
  const options = call.abilities.streamOptions ? { stream_options: { include_usage: true } } : {};
  const stream = await client.chat.completions.create(
    { ...body, ...options, stream: true },
    { signal: deadline.signal },
  );
  deadline.heard();
  let content = "";
  let usage: Completion["usage"] = null;
  let refused = false;
  let finish: string | null = null;
  try {
    for await (const chunk of stream) {
      deadline.heard();
      usage = usageOf(chunk.usage) ?? usage;
      const choice = chunk.choices?.[0];
      if (choice === undefined) continue;
      finish = choice.finish_reason ?? finish;
      refused ||= Boolean(choice.delta?.refusal);
      const text = choice.delta?.content ?? "";
      if (text === "") continue;
      content += text;
      if (content.length > longestReplyCharacters) break;
      onDelta(text);
    }
  } catch (error) {
    // A connection cut in the middle leaves half a reply, which the caller finds unreadable and asks for again.
    if (error instanceof APIError && error.status !== undefined) throw error;
  } finally {
    stream.controller.abort();
  }
  if (content.length > longestReplyCharacters) throw tooLong(call);
  // The client ends a stream quietly on an abort: an aborted call must not pass for a short answer.
  deadline.signal.throwIfAborted();
  if (refused) throw withheld(call);
  refuseUnfinished(finish, call);
  return { content, usage, charactersSent };
}

function bodyOf(call: CompletionCall) {
  const { request, abilities } = call;
  const format = zodResponseFormat(request.schema, request.schemaName);
  // Servers that ignore or lack the reply format still have to be told its shape.
  const shape = `Reply with one JSON object and nothing else, of this JSON schema:\n${JSON.stringify(format.json_schema.schema)}`;
  return {
    model: call.model,
    messages: [
      { role: "system" as const, content: `${request.system}\n\n${shape}` },
      ...call.messages.map((message) => ({ role: message.role, content: message.content })),
    ],
    ...(abilities.replyFormat === "json-schema" ? { response_format: format } : {}),
    ...(abilities.replyFormat === "json-object" ? { response_format: { type: "json_object" as const } } : {}),
    [abilities.limitField]: call.maxOutputTokens,
  };
}

function refuseUnfinished(finish: string | null, call: CompletionCall): void {
  if (finish === "length") throw tooLong(call);
  if (finish === "content_filter") throw withheld(call);
}

function usageOf(
  usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined,
): Completion["usage"] {
  if (!usage) return null;
  return { input: usage.prompt_tokens ?? 0, output: usage.completion_tokens ?? 0 };
}
