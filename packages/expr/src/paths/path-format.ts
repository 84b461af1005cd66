/**
 * The rules by which paths are read and written.
 *
 * @see How Jobs Are Run: Path Mapping
 */
export type PathFormat = 'POSIX' | 'WINDOWS';

/**
 * The format of the source of a path mapping rule; URI needs the EXPR extension.
 *
 * @see How Jobs Are Run: Path Mapping
 */
export type SourcePathFormat = PathFormat | 'URI';

/**
 * A path in parts. `anchor` is what stands before the first name: `/`, `//`, `C:`, `C:\`, `\\server\share\`,
 * `scheme://authority`, or nothing for a relative path.
 */
export interface PurePath {
  readonly format: SourcePathFormat;
  readonly anchor: string;
  readonly names: readonly string[];
}
