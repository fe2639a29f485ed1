// Cells are taken apart into characters and put together again all the time. The standard library makes a string of
// any sequence of them, with a dynamic call for each; these take the place of it in this module.

extension String {
  init(_ characters: ArraySlice<Character>) {
    self.init()
    reserveCapacity(3 * characters.count)
    for character in characters { append(character) }
  }

  init(_ characters: [Character]) { self.init(characters[...]) }
}
