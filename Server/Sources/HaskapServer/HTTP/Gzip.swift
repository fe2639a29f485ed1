import CGzip

/// Compression for the way (RFC 1952).
enum Gzip {
  /// What is shorter gains nothing.
  private static let shortest = 1024

  /// Whether the header Accept-Encoding takes it (RFC 9110, section 12.5.3).
  static func isAccepted(_ header: String) -> Bool {
    header.split(separator: ",").contains { part in
      let fields = part.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
      return fields.first == "gzip" && !fields.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" }
    }
  }

  /// Nil where it gains nothing.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= shortest, let length = UInt32(exactly: bytes.count) else { return nil }
    var written: Int64 = 0
    let output = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      written = cgzip_compress(bytes, length, output.baseAddress, length)
      count = max(0, Int(written))
    }
    return written > 0 ? output : nil
  }
}
