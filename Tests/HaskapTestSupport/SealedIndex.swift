internal import Haskap

/// An index in memory, one of whose files is changed and sealed again so that every checksum is
/// right and the contents lie. `Index/FORMAT.md` describes frame and manifest.
public struct SealedIndex {
  private static let headerLength = 24
  private static let chunkLength = 1 << 14
  public let names: [String]
  public private(set) var files: [String: [UInt8]] = [:]

  public init(_ folder: String) {
    names = FolderListing.files(folder).filter { $0 != "writer.lock" }.sorted()
    for name in names { files[name] = contents(of: "\(folder)/\(name)") }
  }

  /// The bytes between header and footer.
  public func body(_ name: String) -> [UInt8] {
    let file = files[name] ?? []
    return Array(file[Self.headerLength..<Self.bodyEnd(file)])
  }

  /// The files that are changed where one has another body: itself, and the manifest, which holds its
  /// length and checksum.
  public func resealed(_ name: String, _ body: [UInt8]) -> [String: [UInt8]] {
    let old = files[name] ?? []
    let new = Self.sealed(Array(old.prefix(Self.headerLength)) + body)
    guard name != "manifest", let manifest = files["manifest"] else { return [name: new] }
    let record = Self.record(old)
    let end = Self.bodyEnd(manifest)
    guard let place = Self.find(record, in: manifest) else { return [name: new] }
    let changed =
      manifest[..<place] + Self.record(new) + manifest[(place + record.count)..<end]
    return [name: new, "manifest": Self.sealed(Array(changed))]
  }

  private static func bodyEnd(_ file: [UInt8]) -> Int { Int(word(file, file.count - 16)) }

  private static func word(_ bytes: [UInt8], _ place: Int) -> UInt64 {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var file = bytes
    while file.count % 8 > 0 { file.append(0) }
    let end = file.count
    var footer: [UInt64] = stride(from: 0, to: end, by: chunkLength).map { start in
      file[start..<min(start + chunkLength, end)].withUnsafeBytes { Checksum.of($0) }
    }
    footer.append(UInt64(end))
    footer.append(footer.withUnsafeBytes { Checksum.of($0) })
    footer.withUnsafeBytes { file += $0 }
    return file
  }

  /// What the manifest says of a file: length and root, as varints.
  private static func record(_ file: [UInt8]) -> [UInt8] {
    varint(UInt64(file.count)) + varint(word(file, file.count - 8))
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var (rest, bytes) = (value, [UInt8]())
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  private static func find(_ part: [UInt8], in bytes: [UInt8]) -> Int? {
    (0...max(0, bytes.count - part.count)).first { bytes[$0...].starts(with: part) }
  }
}
