import CICU

/// ICU's dictionary for Chinese and Japanese, `cjdict`: about 316,000 words with costs, read in
/// place from ICU's mapped data for the life of the process.
final class BreakDictionary: @unchecked Sendable {
  /// The data's layout: eight 32-bit numbers, the first the offset of the trie, the fourth the
  /// whole size in bytes, the fifth the kind of trie.
  private enum Header {
    static let trieOffset = 0
    static let totalSize = 3
    static let trieKind = 4
    static let length = 32
    /// A trie of 16-bit units.
    static let unitTrie: Int32 = 1
  }

  let trie: CharsTrie
  private let data: OpaquePointer

  /// The dictionary, opened once; the error is kept, too.
  static let shared = Result { () throws(ICUError) in try BreakDictionary(named: "cjdict") }

  private init(named name: String) throws(ICUError) {
    let opened = try checkedICU("udata_open(\(name).dict)") { cicu_open_dictionary(name, &$0) }
    guard let opened, let memory = cicu_data_memory(opened) else {
      throw ICUError(call: "udata_open(\(name).dict)", problem: "no data")
    }
    data = opened
    let header = memory.assumingMemoryBound(to: Int32.self)
    let offset = Int(header[Header.trieOffset])
    let size = Int(header[Header.totalSize])
    guard header[Header.trieKind] & 7 == Header.unitTrie, offset >= Header.length, offset <= size
    else {
      cicu_data_close(opened)
      throw ICUError(
        call: "udata_open(\(name).dict)",
        problem: "kind \(header[Header.trieKind]) where a trie of 16-bit units was expected")
    }
    let units = memory.advanced(by: offset).assumingMemoryBound(to: UInt16.self)
    trie = CharsTrie(units: UnsafeBufferPointer(start: units, count: (size - offset) / 2))
  }

  deinit { cicu_data_close(data) }

  /// A dictionary by which whole corpora were cut and compared with ICU.
  private struct Known {
    let version: String
    /// In bytes.
    let length: Int
    let sample: UInt64
    let checksum: UInt64
  }

  private static let known = [
    Known(
      version: "72.1", length: 2_007_110, sample: 0x7AAB_A6E8_974E_AF6D,
      checksum: 0x5A83_767E_F410_A72C)
  ]

  /// The present dictionary if it is a known one. Another has another length or differs in the
  /// sample: what a word more shifts in the trie stands all over it.
  private static let recognized: Known? = {
    guard let bytes = (try? shared.get())?.bytes else { return nil }
    let version = icuVersion()
    return known.first {
      $0.version == version && $0.length == bytes.count && $0.sample == sample(of: bytes)
    }
  }()

  /// Whether ICU is known to cut by this dictionary as the fast segmenter does.
  static var isVerified: Bool { recognized != nil }

  /// A checksum of the whole dictionary; of a known one its two megabytes are not read for it,
  /// since every query on the command line would wait for that.
  static let checksum: UInt64? =
    recognized?.checksum ?? (try? shared.get()).map { checksum(of: $0.bytes) }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(trie.units) }

  /// Of four pieces of a kilobyte each, evenly spread.
  private static func sample(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    (0..<4).reduce(0) { sum, piece in
      let rest = bytes[(bytes.count / 4 * piece)...].prefix(1024)
      return mix(sum, checksum(of: UnsafeRawBufferPointer(rebasing: rest)))
    }
  }

  /// Four lanes of multiply and rotate.
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes.0 = mix(lanes.0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      lanes.1 = mix(lanes.1, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      lanes.2 = mix(lanes.2, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      lanes.3 = mix(lanes.3, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    for byte in bytes[offset...] { lanes.0 = mix(lanes.0, UInt64(byte)) }
    return mix(mix(mix(lanes.0, lanes.1), lanes.2), lanes.3)
  }

  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed << 29 | mixed >> 35
  }
}
