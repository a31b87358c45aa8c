package org.gotalk.replay;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import org.gotalk.spi.Transport;

/**
 * A real connection between our side and a recorded one.
 *
 * @param ours our end, which is not started
 * @param in what the recorded side hears
 * @param out what it says
 * @param recorded its end
 * @param rest what the connection needed
 */
record Cable(Transport ours, InputStream in, OutputStream out, Closeable recorded, Closeable rest) {}
