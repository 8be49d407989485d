import { invalidParam } from '../failure';

/** Parameters of a request, read field by field at the border. */
export class Body {
  readonly raw: Record<string, unknown>;

  constructor(parsed: unknown) {
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw invalidParam('the body is not an object');
    this.raw = { ...parsed };
  }

  text(name: string): string {
    const value = this.raw[name];
    if (typeof value !== 'string' || value === '') throw invalidParam(`${name} is required`);
    return value;
  }

  /** Text, or undefined when absent or empty. */
  optional(name: string): string | undefined {
    const value = this.raw[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.raw[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
      throw invalidParam(`${name} must be a number ≥ 0`);
    return value;
  }

  flag(name: string): boolean {
    return this.raw[name] === true;
  }

  texts(name: string): string[] {
    const value = this.raw[name];
    if (!Array.isArray(value)) throw invalidParam(`${name} must be a list`);
    return value.map((item: unknown) => {
      if (typeof item !== 'string') throw invalidParam(`${name} must be a list of texts`);
      return item;
    });
  }

  bodies(name: string): Body[] {
    const value = this.raw[name];
    if (!Array.isArray(value)) throw invalidParam(`${name} must be a list`);
    return value.map((item: unknown) => new Body(item));
  }
}
