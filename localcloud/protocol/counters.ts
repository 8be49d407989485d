/** Database calls that arrived by the wire, per action: what a page or a timer costs on the platform. */
export class Counters {
  private calls = new Map<string, number>();

  count(action: string): void {
    this.calls.set(action, (this.calls.get(action) ?? 0) + 1);
  }

  total(): number {
    return [...this.calls.values()].reduce((sum, calls) => sum + calls, 0);
  }

  byAction(): Record<string, number> {
    return Object.fromEntries(this.calls);
  }

  reset(): void {
    this.calls = new Map();
  }
}
