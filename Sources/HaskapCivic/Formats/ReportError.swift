/// Why a file cannot be read as a report.
public enum ReportError: Error, Sendable, Equatable {
  /// `offset` counts bytes from 0: the first byte that is not UTF-8, where no other encoding of
  /// Japanese fits either.
  case notText(file: String, offset: Int)
  case empty(file: String)
  /// What is wrong, and what to do.
  case unreadable(file: String, reason: String)
  /// Not one of several files can be read; this is the first.
  case nothingReadable(reason: String)
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notText(let file, let offset):
      "\(file): no text in UTF-8 (byte \(offset)), UTF-16, CP932, EUC-JP or ISO-2022-JP; "
        + "save it as UTF-8"
    case .empty(let file):
      "\(file): holds no text; was its export cut short, or is it a scan without text?"
    case .unreadable(let file, let reason): "\(file): \(reason)"
    case .nothingReadable(let reason): reason
    }
  }
}
