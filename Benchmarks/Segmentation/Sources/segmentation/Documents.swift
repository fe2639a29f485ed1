import Glibc

/// Texts, one after the other in one stretch of memory, so that no run pays for reading them.
struct Documents {
  var bytes: [UInt8] = []
  var ends: [Int] = []

  /// The `body` of each JSON line of standard input; a line that is no JSON is a text itself.
  static func fromStandardInput(megabytes: Int?) -> Documents {
    var documents = Documents()
    let limit = megabytes.map { $0 * 1_000_000 } ?? .max
    while documents.bytes.count < limit, let line = readLine() {
      documents.append(line)
    }
    return documents
  }

  mutating func append(_ line: String) {
    if line.hasPrefix("{"), let start = line.firstRange(of: "\"body\": \"")?.upperBound {
      appendJSONString(line.utf8[start...])
    } else {
      bytes.append(contentsOf: line.utf8)
    }
    ends.append(bytes.count)
  }

  private mutating func appendJSONString(_ rest: Substring.UTF8View) {
    var escaped = false
    for byte in rest {
      if escaped {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "t") ? 0x09 : byte)
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\"") {
        return
      } else {
        bytes.append(byte)
      }
    }
  }

  func withEach(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { all in
      var start = 0
      for end in ends {
        try body(UnsafeBufferPointer(rebasing: all[start..<end]))
        start = end
      }
    }
  }
}
