internal import CICU

/// The encodings in which Japanese texts come. The raw value is the name that people and `iconv` use.
public enum TextEncoding: String, Sendable, Codable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case iso2022JP = "ISO-2022-JP"
  case eucJP = "EUC-JP"
  case cp932 = "CP932"

  /// ICU's name of the converter.
  private var converter: String { self == .cp932 ? "windows-31j" : rawValue }

  /// The text of bytes in this encoding, without a byte order mark; nil where they are in another.
  public func decode(_ bytes: [UInt8]) -> String? {
    if self == .utf8 {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      return String(validating: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
    }
    guard let units = units(of: bytes) else { return nil }
    return String(validating: units.first == 0xFEFF ? units[1...] : units[...], as: UTF16.self)
  }

  private func units(of bytes: [UInt8]) -> [UInt16]? {
    guard let length = Int32(exactly: bytes.count) else { return nil }
    var status = cicu_success
    // No byte of these encodings gives more than a unit.
    let units = [UInt16](unsafeUninitializedCapacity: bytes.count + 1) { target, count in
      let written = bytes.withUnsafeBytes { source in
        cicu_decode(
          converter, source.bindMemory(to: CChar.self).baseAddress, length, target.baseAddress,
          length + 1, &status)
      }
      count = status > cicu_success ? 0 : min(max(Int(written), 0), bytes.count + 1)
    }
    return status > cicu_success ? nil : units
  }
}
