/// A value that writes itself as an object of JSON, without an encoder of its own: what lists have by
/// the ten thousand.
package protocol JSONMembers: Encodable {
  /// Adds what `encode` does, in the order of the names.
  func addMembers(to object: inout JSONObject)
}
