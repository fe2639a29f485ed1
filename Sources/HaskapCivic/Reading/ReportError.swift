/// Why a file cannot be read as a report.
public enum ReportError: Error, Sendable, Equatable {
  /// `offset` counts bytes from 0; `encoding` is what the file probably is instead.
  case notUTF8(file: String, offset: Int, encoding: String)
  case empty(file: String)
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notUTF8(let file, let offset, let encoding):
      "\(file): not UTF-8 at byte \(offset); convert it, for example with: "
        + "iconv -f \(encoding) -t UTF-8 '\(file)'"
    case .empty(let file):
      "\(file): holds no text; was its export cut short?"
    }
  }
}
