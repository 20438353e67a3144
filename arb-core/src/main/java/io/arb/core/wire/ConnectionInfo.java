package io.arb.core.wire;

import java.util.Map;

/**
 * Who asks to open a WebSocket at a {@link LoopbackServer}. Immutable.
 *
 * @param id unique within the server, rising in the order of the handshakes
 * @param path the path as it was sent, case preserved
 * @param query the raw query without its question mark, empty if there is none
 * @param headers request headers; names compare without case
 */
public record ConnectionInfo(long id, String path, String query, Map<String, String> headers) {}
