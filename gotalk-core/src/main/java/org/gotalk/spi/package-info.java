/**
 * What others implement: containers and applications the {@link org.gotalk.spi.Application}, networks the {@link
 * org.gotalk.spi.Transport}. Codecs implement {@link org.gotalk.PayloadCodec}, which is part of the API because a {@link
 * org.gotalk.Sock} shows its own.
 */
@NullMarked
package org.gotalk.spi;

import org.jspecify.annotations.NullMarked;
