/// The names of files that hold pages.
enum StaticName {
  /// File systems take 255 bytes; escaped for a link a name is up to three times as long.
  private static let longest = 180

  /// Below the folder of the site, escaped.
  static func path(of address: Address, ending: String) -> String {
    parts(of: address, ending: ending).map(Escaping.segment).joined(separator: "/")
  }

  /// The same, as the file system has it.
  static func file(of address: Address, ending: String) -> String {
    parts(of: address, ending: ending).joined(separator: "/")
  }

  private static func parts(of address: Address, ending: String) -> [String] {
    var parts = address.parts
    // What has three is a page of a list, other than the first.
    if parts.count == 3 { return ["\(parts[0])-\(parts[2]).\(ending)"] }
    guard let name = parts.popLast() else { return ["index.\(ending)"] }
    return parts + ["\(harmless(name)).\(ending)"]
  }

  /// A name without what file systems and servers take for something else. What had to be changed
  /// or cut has a checksum behind it, so that no two names become one.
  private static func harmless(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7F
        || "/\\:*?\"<>|#%~".unicodeScalars.contains(scalar)
        ? "_" : scalar
    }
    var plain = ""
    for scalar in scalars where plain.utf8.count < longest {
      plain.unicodeScalars.append(scalar)
    }
    let isSame = plain == name && !name.hasPrefix(".")
    return isSame ? plain : "_\(plain)-\(Fingerprint.of(Array(name.utf8)))"
  }
}
