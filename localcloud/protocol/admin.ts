import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Engine } from '../engine/engine';
import { conflict, Failure, invalidParam, reasonOf } from '../failure';
import type { FaultBoard } from '../faults';
import type { FunctionHost } from '../host/function-host';
import { CREDENTIAL, type Invocation } from '../host/invocation';
import type { FileStore } from '../storage/file-store';
import type { OpenApi } from '../wechat/open-api';
import { Body } from './body';
import type { Counters } from './counters';
import { type Answer, DatabaseActions } from './database-actions';
import { verifySignature } from './signature';

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.commitTransaction',
]);

export interface AdminOptions {
  engine: Engine;
  host: FunctionHost;
  files: FileStore;
  openApi: OpenApi;
  faults: FaultBoard;
  counters: Counters;
  now: () => number;
  log: (line: string) => void;
}

/** The one endpoint that node-sdk talks to: `POST /admin?env=`. */
export class Admin {
  private readonly options: AdminOptions;
  private readonly database: DatabaseActions;

  constructor(options: AdminOptions) {
    this.options = options;
    this.database = new DatabaseActions(options.engine, options.now);
  }

  /** @returns the JSON text to answer, or undefined when the connection is to break without one. */
  answer(headers: IncomingHttpHeaders, url: string, text: string): Promise<string | undefined> {
    return this.handle(text, (body, now) => {
      verifySignature({ headers, url, body: body.raw }, CREDENTIAL, now);
    });
  }

  /** For an instance in this process, which could forge anything anyhow: the same, its signature unread. */
  answerOwn(text: string): Promise<string | undefined> {
    return this.handle(text, () => undefined);
  }

  private async handle(text: string, verify: (body: Body, now: number) => void): Promise<string | undefined> {
    const requestId = randomUUID();
    try {
      const body = new Body(parsed(text));
      const invocation = this.options.host.invocation(body.optional('sessionToken'));
      // A function that is running keeps its own time even when the clock is moved meanwhile.
      verify(body, invocation ? Date.now() + invocation.offset : this.options.now());
      const action = body.text('action');
      const answer = await this.perform(action, body, invocation);
      if (WRITES.has(action) && this.loses(body, invocation)) return undefined;
      return JSON.stringify({ requestId, ...answer });
    } catch (error) {
      if (!(error instanceof Failure))
        this.options.log(
          `[admin ${requestId}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      return JSON.stringify({
        requestId,
        code: error instanceof Failure ? error.code : 'SYS_ERR',
        message: reasonOf(error),
      });
    }
  }

  private async perform(action: string, body: Body, invocation: Invocation | undefined): Promise<Answer> {
    const { host, files, openApi, faults, counters } = this.options;
    if (action.startsWith('database.')) {
      counters.count(action);
      const { latencyMs, latencyOf } = faults.current();
      const slow = latencyOf === '' || (WRITES.has(action) && latencyOf === body.raw.collectionName);
      if (latencyMs > 0 && slow) await new Promise((resolve) => setTimeout(resolve, latencyMs));
      if (action === 'database.commitTransaction' && faults.take('conflicts')) {
        this.options.engine.transactions.end(body.text('transactionId'));
        throw conflict('write conflict (injected)');
      }
      // A call made while its function was being killed never arrived.
      if (invocation && !host.invocation(invocation.id)) throw new Failure('SYS_ERR', 'the invocation has ended');
      const answer = await this.database.answer(action, body);
      // The real server drops what nobody can read: a transaction is not counted as a write until it commits.
      if (WRITES.has(action) && invocation && body.optional('transactionId') === undefined) invocation.writes += 1;
      else if (action === 'database.commitTransaction' && invocation) invocation.writes += 1;
      return answer;
    }
    switch (action) {
      case 'storage.getUploadMetadata':
        return { data: files.uploadTicket(body.text('path')) };
      case 'storage.batchGetDownloadUrl':
        return {
          data: {
            download_list: body
              .bodies('file_list')
              .map((file) => files.downloadUrl(file.text('fileid'), file.number('max_age'))),
          },
        };
      case 'storage.batchDeleteFile':
        return { data: { delete_list: body.texts('fileid_list').map((fileId) => files.remove(fileId)) } };
      case 'functions.invokeFunction':
        return {
          data: {
            response_data: await host.invoke(body.text('function_name'), body.optional('request_data') ?? '{}', {
              source: 'server',
            }),
          },
        };
      case 'wx.api':
        return {
          data: {
            responseData: JSON.stringify(
              openApi.cloudCall(body.text('apiName'), body.optional('requestData'), invocation),
            ),
          },
        };
      default:
        throw invalidParam(`unknown action ${action}`);
    }
  }

  /** Whether an injected fault takes the answer of a committed write away. */
  private loses(body: Body, invocation: Invocation | undefined): boolean {
    const { faults, host } = this.options;
    const { killAfterWrites, killFunction, dropAnswersOf } = faults.current();
    if (
      invocation &&
      killAfterWrites > 0 &&
      invocation.writes >= killAfterWrites &&
      (killFunction === '' || killFunction === invocation.functionName)
    ) {
      faults.take('killAfterWrites');
      host.kill(invocation);
      return true;
    }
    return (dropAnswersOf === '' || dropAnswersOf === body.raw.collectionName) && faults.take('dropAnswers');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidParam('the body is not JSON');
  }
}
