extension OrganizationAliases {
  /// The aliases of the bodies in Tomakomai's reports, which ship with the reader.
  public static let tomakomai: OrganizationAliases = {
    let text = String(decoding: PackageResources.tomakomai_txt, as: UTF8.self)
    return (try? OrganizationAliases(text: text, file: "tomakomai.txt")) ?? OrganizationAliases()
  }()
}
