import FoundationEssentials
import Haskap
import HaskapCivic

/// Writes the pages as files for an ordinary web server, each with the same content as JSON beside
/// it.
public struct SiteWriter {
  private let snapshot: Snapshot
  private let wording: Wording
  private let templates: Templates
  private let site: String

  /// - Parameter url: where the files will be, for the links that are kept; nil where that is not
  ///   known.
  /// - Throws: `NoKeys`; `OpeningError` where there is no index that can be used.
  public init(index: String, url: String?, inEnglish: Bool) throws {
    snapshot = try OpeningError.explaining(index) { try Snapshot(path: index) }
    if case .documents(let snapshot) = snapshot, snapshot.reader.schema.key == nil {
      throw NoKeys(path: index)
    }
    wording = try Wording(inEnglish ? .en : .ja, of: snapshot.subject)
    templates = try Templates(wording)
    var site = url ?? ""
    while site.hasSuffix("/") { site.removeLast() }
    self.site = site
  }

  /// - Parameter folder: is made, or is empty.
  /// - Returns: how many pages were written.
  /// - Throws: `FolderInUse`; errors of writing.
  public func write(to folder: String) throws -> Int {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard found?.isEmpty ?? true else { throw FolderInUse(path: folder) }
    let map = SiteMap(links: Links(site: site, isStatic: true))
    let addresses = try snapshot.addresses
    for address in addresses { try write(address, to: folder) }
    try write(PackageResources.style_css, "style.css", to: folder)
    try write(PackageResources.icon_svg, "icon.svg", to: folder)
    if !site.isEmpty {
      try write(Array(map.xml(addresses).utf8), "sitemap.xml", to: folder)
      try write(Array(map.robots.utf8), "robots.txt", to: folder)
    }
    return addresses.count
  }

  private func write(_ address: Address, to folder: String) throws {
    let file = StaticName.file(of: address, ending: "html")
    let depth = file.split(separator: "/").count - 1
    let links = Links(
      root: String(repeating: "../", count: depth), site: site, isStatic: true)
    let layout = PageLayout(
      wording: wording, links: links, templates: templates, subject: snapshot.subject)
    let page = try snapshot.page(address, try QueryItems(""), layout)
    try write(Array(try layout.html(page).utf8), file, to: folder)
    for format in page.formats {
      let data = try snapshot.data(address, as: format)
      try write(data.body, StaticName.file(of: address, ending: format.rawValue), to: folder)
    }
  }

  private func write(_ bytes: [UInt8], _ file: String, to folder: String) throws {
    let place = URL(filePath: folder).appending(path: file)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }
}

/// A folder with other things in it.
public struct FolderInUse: Error, CustomStringConvertible {
  var path: String
  public var description: String {
    "the folder '\(path)' is not empty; choose a new one, or empty it first"
  }
}

/// An index whose documents have no keys, by which pages are named.
struct NoKeys: Error, CustomStringConvertible {
  var path: String
  var description: String {
    "the documents of the index '\(path)' have no keys, and a page is named by its document's; name "
      + "a field that tells them apart as \"key\" in a schema and build the index again, or show it by "
      + "haskap serve"
  }
}
