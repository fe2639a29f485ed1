import FoundationEssentials
import HaskapCivic

/// Writes the pages as files for an ordinary web server, each with the same content as JSON beside
/// it.
public struct SiteWriter {
  private let snapshot: ReportSnapshot
  private let wording: Wording
  private let templates: Templates
  private let site: String

  /// - Parameter url: where the files will be, for the links that are kept; nil where that is not
  ///   known.
  /// - Throws: `NotReports`; `OpeningError` where there is no index that can be used.
  public init(index: String, url: String?, inEnglish: Bool) throws {
    let opened = try OpeningError.explaining(index) { try Snapshot(path: index) }
    guard case .reports(let snapshot) = opened else { throw NotReports(path: index) }
    self.snapshot = snapshot
    wording = try Wording(inEnglish ? .en : .ja)
    templates = try Templates()
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
    let addresses = try SiteMap.addresses(of: snapshot)
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
      wording: wording, links: links, templates: templates, subject: .reports)
    let maker = PageMaker(snapshot: snapshot, layout: layout)
    let none = try QueryItems("")
    let page = try maker.page(address, none)
    try write(Array(try layout.html(page).utf8), file, to: folder)
    for format in page.formats {
      let data = try DataMaker(snapshot: snapshot, format: format).answer(address, none)
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

/// An index of other documents than reports, whose pages have no end: one for each document.
struct NotReports: Error, CustomStringConvertible {
  var path: String
  var description: String {
    "the index '\(path)' holds other documents than reports; show it by haskap serve, "
      + "or name an index of reports by --index"
  }
}
