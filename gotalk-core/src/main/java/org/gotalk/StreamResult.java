package org.gotalk;

/**
 * The result of an operation in parts, as its {@link StreamHandler} writes it. Parts may be written while the request is
 * still being read. Closing it ends the answer; the handler may read on.
 *
 * <p>Closing its {@link #outputStream()} only sends what was gathered: the answer ends when the operation does. So one that
 * fails while it writes, in a try block that closes the stream, answers with an error and not with an end.
 */
public interface StreamResult extends StreamWriter {}
