/// How long a text may be that an index knows something by: names of bodies, departments and cities, and
/// what records are cited by. A longer one is a cell that was not understood; it is searched as
/// text, and nothing goes by it.
enum NameLength {
  /// In bytes of UTF-8, some 330 kanji; far below what the index takes as a keyword.
  static let most = 1000

  static func fits(_ name: String) -> Bool { name.utf8.count <= most }
}

extension Record {
  /// The organizations that have names; of signs alone, as `…`, none is made.
  var namedOrganizations: [OrganizationMention] {
    organizations.filter {
      NameLength.fits($0.name) && $0.name.contains { $0.isLetter || $0.isNumber }
    }
  }
}
