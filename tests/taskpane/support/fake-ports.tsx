import { render, type RenderResult } from "@testing-library/react";
import { type AskEvent, type AskRequest } from "../../../src/contracts/answer";
import { type EvidenceRequest, type EvidenceResponse } from "../../../src/contracts/evidence-request";
import { type PassageContext } from "../../../src/contracts/evidence";
import { type FilingChanges } from "../../../src/contracts/filing-changes";
import { type Finding } from "../../../src/contracts/finding";
import { type ModelMap } from "../../../src/contracts/model-map";
import { type ServiceStatus } from "../../../src/contracts/service-status";
import { type SelectionRead, type WorkbookHost } from "../../../src/contracts/workbook-host";
import { type PanePorts, PanePortsProvider } from "../../../src/taskpane/ports/pane-ports";
import { type PaneMemory } from "../../../src/taskpane/ports/pane-memory";
import { type ReviewEngine } from "../../../src/taskpane/ports/review-engine";
import { type ServiceClient, type ServiceReply } from "../../../src/taskpane/ports/service-client";
import { SentLog } from "../../../src/taskpane/service/sent-log";
import { Pane } from "../../../src/taskpane/shell/pane";
import { sheet } from "../../support/sheet";
import { emptyModel } from "./samples";

export const fixedClock = { now: () => new Date(2026, 10, 23, 9, 30), today: () => "2026-11-23" };

/** A workbook beside the pane that a test can look at and stir. */
export class FakeHost implements WorkbookHost {
  readonly wentTo: { sheet: string; range: string }[] = [];
  reads = 0;
  guardStatus: ReturnType<WorkbookHost["guard"]> = { state: "standing", allowed: 3, refused: [] };
  selection: SelectionRead = { workbook: "Model.xlsx", sheet: "Sheet1", range: "A1", cells: [], truncated: false };
  snapshot = sheet({ A1: "Revenue", B1: 100 });
  missingPlace: Error | null = null;
  changeContent: () => void = () => undefined;

  readWorkbook = async (options: Parameters<WorkbookHost["readWorkbook"]>[0]) => {
    this.reads += 1;
    options.onProgress({ sheet: "Sheet1", cellsRead: 1, cellsTotal: 2 });
    return this.snapshot;
  };
  readSelection = async () => {
    this.reads += 1;
    return this.selection;
  };
  goTo = async (place: { sheet: string; range: string }) => {
    if (this.missingPlace !== null) throw this.missingPlace;
    this.wentTo.push(place);
  };
  onSelectionChanged = async () => () => undefined;
  onContentChanged = async (listener: () => void) => {
    this.changeContent = listener;
    return () => undefined;
  };
  theme = (): "light" | "dark" => "light";
  guard = () => this.guardStatus;
}

/** A service that answers what a test has put into it, and keeps what it was asked. */
export class FakeService implements ServiceClient {
  readonly evidenceAsked: EvidenceRequest[] = [];
  readonly questions: AskRequest[] = [];
  readonly passagesAsked: string[] = [];
  statusReply: ServiceReply<ServiceStatus> = {
    kind: "ok",
    value: { version: "1", documents: 0, companies: [], languageModel: null, database: "pglite" },
  };
  evidenceReply: ServiceReply<EvidenceResponse> = {
    kind: "ok",
    value: { company: null, note: null, ticks: [], comments: [], passages: [] },
  };
  passageReply: ServiceReply<PassageContext> = { kind: "unreachable", why: "there is no connection" };
  readonly changesAsked: { documentId: string; item: string; asOf: string }[] = [];
  changesReply: ServiceReply<FilingChanges> = { kind: "unreachable", why: "there is no connection" };
  askEvents: AskEvent[] = [];
  /** Whether a question ends by itself; if not it waits to be stopped. */
  endsAnswers = true;

  status = async () => this.statusReply;
  evidence = async (request: EvidenceRequest) => {
    this.evidenceAsked.push(request);
    return this.evidenceReply;
  };
  ask = async (request: AskRequest, onEvent: (event: AskEvent) => void, signal: AbortSignal) => {
    this.questions.push(request);
    this.askEvents.forEach(onEvent);
    if (this.endsAnswers) return { kind: "ok", value: null } as const;
    return new Promise<ServiceReply<null>>((resolve) => {
      signal.addEventListener("abort", () => resolve({ kind: "cancelled" }));
    });
  };
  passageContext = async (passageId: string) => {
    this.passagesAsked.push(passageId);
    return this.passageReply;
  };
  filingChanges = async (request: { documentId: string; item: string; asOf: string }) => {
    this.changesAsked.push(request);
    return this.changesReply;
  };
}

export function engineOf(findings: readonly Finding[], modelMap: ModelMap = emptyModel): ReviewEngine {
  return {
    review: async () => ({
      review: {
        workbook: "Model.xlsx",
        company: null,
        stats: { cells: 2, formulas: 0, ms: 1, unreadFormulas: 0, understood: "Read 1 row." },
        findings: [...findings],
      },
      modelMap,
    }),
  };
}

export function memoryOf(texts: Map<string, string> = new Map()): PaneMemory {
  return { read: (key) => texts.get(key) ?? null, write: (key, value) => void texts.set(key, value) };
}

export interface OpenedPane extends RenderResult {
  readonly host: FakeHost;
  readonly service: FakeService;
  readonly sentLog: SentLog;
}

/** The whole pane over fakes. */
export function openPane(given: Partial<PanePorts> & { host?: FakeHost; service?: FakeService } = {}): OpenedPane {
  const host = given.host ?? new FakeHost();
  const service = given.service ?? new FakeService();
  const sentLog = new SentLog(fixedClock);
  const ports: PanePorts = {
    engine: engineOf([]),
    clock: fixedClock,
    memory: memoryOf(),
    ...given,
    sentLog,
    host,
    service,
  };
  const rendered = render(
    <PanePortsProvider value={ports}>
      <Pane />
    </PanePortsProvider>,
  );
  return { ...rendered, host, service, sentLog };
}
