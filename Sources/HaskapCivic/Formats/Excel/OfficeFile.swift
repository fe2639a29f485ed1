/// Files of office programs that are not read, told by their first bytes.
enum OfficeFile {
  /// What the file is and what to do about it; nil for anything else.
  static func kind(_ bytes: [UInt8]) -> String? {
    // The compound files of Microsoft Office up to 2003.
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
    return "an Office file of the old kind (.xls, .doc); save it as .xlsx or as text"
  }
}
