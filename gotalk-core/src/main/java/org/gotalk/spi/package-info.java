/**
 * Interfaces to implement: the {@link org.gotalk.spi.Application} by containers and applications, the {@link
 * org.gotalk.spi.Transport} by networks. Codecs implement {@link org.gotalk.PayloadCodec}, which is part of the API
 * because a {@link org.gotalk.Sock} exposes it.
 */
@NullMarked
package org.gotalk.spi;

import org.jspecify.annotations.NullMarked;
