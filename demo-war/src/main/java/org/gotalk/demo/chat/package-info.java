/**
 * The chat. {@link org.gotalk.demo.chat.ChatOperations} is what peers may ask for; {@code Chat} is what happens then;
 * the records are what crosses the wire, as JSON.
 */
@NullMarked
package org.gotalk.demo.chat;

import org.jspecify.annotations.NullMarked;
