/** What stands under ids: nothing under one that stands for two different things, or for what cannot be read. */
export class UniqueById<T> {
  private readonly values = new Map<string, T>();
  private readonly doubtful = new Set<string>();

  add(id: string, value: T | null): void {
    const known = this.values.get(id);
    const isAnother = known !== undefined && JSON.stringify(known) !== JSON.stringify(value);
    if (id === "" || value === null || isAnother) this.doubtful.add(id);
    else this.values.set(id, value);
  }

  finish(): Map<string, T> {
    return new Map([...this.values].filter(([id]) => !this.doubtful.has(id)));
  }
}
