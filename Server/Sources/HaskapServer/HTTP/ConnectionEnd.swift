import NIOCore
import NIOHTTP1

/// Tells in one way which request is the last of its connection: those of HTTP/1.0 are, unless they say
/// otherwise (RFC 9112, section 9.3), and none of these needs a Host.
///
/// It stands right behind the decoder, behind which nobody knows the version any more.
final class ConnectionEnd: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else {
      return context.fireChannelRead(data)
    }
    if !head.isKeepAlive { head.headers.replaceOrAdd(name: "Connection", value: "close") }
    if head.version != .http1_1, !head.headers.contains(name: "Host") {
      head.headers.add(name: "Host", value: "-")
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }
}
