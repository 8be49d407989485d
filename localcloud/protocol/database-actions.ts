import type { Engine, Find } from '../engine/engine';
import { sortOf } from '../engine/engine';
import type { TransactionView } from '../engine/transaction-view';
import { decodeFields, decode, type Fields, isFields } from '../engine/value';
import { databaseFailed, invalidParam } from '../failure';
import type { Body } from './body';

export interface Answer {
  data?: unknown;
  transactionId?: string;
}

/** The `database.*` actions of node-sdk, from wire text to the engine and back. */
export class DatabaseActions {
  private readonly engine: Engine;
  private readonly now: () => number;

  constructor(engine: Engine, now: () => number) {
    this.engine = engine;
    this.now = now;
  }

  async answer(action: string, body: Body): Promise<Answer> {
    switch (action) {
      case 'database.addCollection':
        this.engine.table(body.text('collectionName'));
        throw databaseFailed(`collection ${body.text('collectionName')} exists already: it is declared in the schema`);
      case 'database.insertDocument':
        return this.insert(body);
      case 'database.getDocument':
        return this.get(body);
      case 'database.calculateDocument':
        return { data: { total: this.engine.count(body.text('collectionName'), this.filter(body)) } };
      case 'database.modifyDocument':
        return this.modify(body);
      case 'database.modifyAndReturnDoc':
        return this.modifyAndReturn(body);
      case 'database.removeDocument':
        return this.remove(body);
      case 'database.aggregateDocuments':
        return { data: { list: this.engine.aggregate(body.text('collectionName'), this.stages(body)) } };
      case 'database.startTransaction':
        return { transactionId: this.engine.start() };
      case 'database.commitTransaction':
        await this.engine.inside(this.engine.transactions.use(body.text('transactionId'))).commit();
        return { transactionId: body.text('transactionId'), data: {} };
      case 'database.abortTransaction':
        this.engine.transactions.use(body.text('transactionId'));
        this.engine.transactions.end(body.text('transactionId'));
        return { transactionId: body.text('transactionId'), data: {} };
      default:
        throw invalidParam(`unknown action ${action}`);
    }
  }

  /** The transaction a request belongs to. Only single documents may be touched in one, as on the platform. */
  private transaction(body: Body): TransactionView | undefined {
    const id = body.optional('transactionId');
    if (id === undefined) return undefined;
    if (body.raw.queryType === 'WHERE') {
      throw invalidParam('where() is not supported in a transaction: only doc() and add() are');
    }
    return this.engine.inside(this.engine.transactions.use(id));
  }

  private filter(body: Body): Fields {
    const query = body.optional('query');
    const filter = query === undefined ? {} : decodeFields(query, this.now);
    return filter;
  }

  private async insert(body: Body): Promise<Answer> {
    const collection = body.text('collectionName');
    this.engine.table(collection);
    const docs = body.texts('data').map((text) => decodeFields(text, this.now));
    const transaction = this.transaction(body);
    const insertedIds = transaction ? transaction.insert(collection, docs) : await this.engine.insert(collection, docs);
    return { data: { insertedIds } };
  }

  private get(body: Body): Answer {
    const collection = body.text('collectionName');
    const filter = this.filter(body);
    const projection = body.optional('projection');
    const transaction = this.transaction(body);
    if (transaction) {
      return {
        data: {
          list: transaction.find(collection, filter, projection === undefined ? undefined : decodeFields(projection)),
        },
      };
    }
    const order = body.optional('order');
    const find: Find = { filter, offset: body.number('offset') ?? 0, limit: body.number('limit') ?? 100 };
    if (order !== undefined) find.sort = sortOf(decodeFields(order));
    if (projection !== undefined) find.projection = decodeFields(projection);
    return { data: { list: this.engine.find(collection, find), offset: find.offset, limit: find.limit } };
  }

  private async modify(body: Body): Promise<Answer> {
    const collection = body.text('collectionName');
    const filter = this.filter(body);
    const data = decodeFields(body.text('data'), this.now);
    const transaction = this.transaction(body);
    if (!body.flag('merge')) {
      if (!body.flag('upsert')) throw invalidParam('a replacement is sent with upsert');
      const { updated, upsertId } = transaction
        ? transaction.set(collection, filter, data)
        : await this.engine.set(collection, filter, data);
      return { data: { updated, upsert_id: upsertId ?? null } };
    }
    const updated = transaction
      ? transaction.update(collection, filter, data)
      : await this.engine.update(collection, filter, data, body.flag('multi'));
    return { data: { updated, upsert_id: null } };
  }

  private async modifyAndReturn(body: Body): Promise<Answer> {
    if (body.optional('transactionId') !== undefined)
      throw invalidParam('updateAndReturn() is not supported in a transaction');
    const doc = await this.engine.updateAndReturn(
      body.text('collectionName'),
      this.filter(body),
      decodeFields(body.text('data'), this.now),
    );
    return { data: doc === undefined ? { updated: 0, doc: null } : { updated: 1, doc } };
  }

  private async remove(body: Body): Promise<Answer> {
    const collection = body.text('collectionName');
    const filter = this.filter(body);
    const transaction = this.transaction(body);
    const deleted = transaction
      ? transaction.remove(collection, filter)
      : await this.engine.remove(collection, filter, body.flag('multi'));
    return { data: { deleted } };
  }

  private stages(body: Body): Fields[] {
    return body.bodies('stages').map((stage) => {
      const value: unknown = JSON.parse(stage.text('stageValue'));
      const fields = { [stage.text('stageKey')]: decode(value, this.now) };
      if (!isFields(fields)) throw invalidParam('bad stage');
      return fields;
    });
  }
}
