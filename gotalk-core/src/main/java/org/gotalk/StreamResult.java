package org.gotalk;

/**
 * A result in parts, for its {@link StreamHandler} to write. Parts may be written while the request is being read.
 * Closing ends the result; the handler may read on.
 *
 * <p>Closing the {@link #outputStream()} only sends the buffered bytes; the result ends with the operation. A handler
 * that fails while writing in a try-with-resources block therefore ends with an error result and not with a normal end.
 */
public interface StreamResult extends StreamWriter {}
