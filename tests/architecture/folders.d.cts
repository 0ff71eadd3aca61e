export declare const folders: Readonly<
  Record<
    string,
    { readonly runs: "pure" | "browser" | "server"; readonly purpose: string; readonly mayImport: readonly string[] }
  >
>;
export declare const storeys: Readonly<Record<string, readonly string[]>>;
