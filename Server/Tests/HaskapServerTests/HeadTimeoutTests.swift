import NIOCore
import NIOEmbedded
import Testing

@testable import HaskapServer

@Suite("Slow connections") struct HeadTimeoutTests {
  private func channel() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: HeadTimeout())
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  @Test func withoutARequestTheyEnd() throws {
    let channel = try channel()
    channel.embeddedEventLoop.advanceTime(by: .seconds(9))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test func whoIsAnsweredHasMoreTime() throws {
    let channel = try channel()
    channel.embeddedEventLoop.advanceTime(by: .seconds(9))
    try channel.writeInbound("a head")
    channel.embeddedEventLoop.advanceTime(by: .seconds(100))
    try channel.writeOutbound("an answer")
    channel.embeddedEventLoop.advanceTime(by: .seconds(119))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }
}
