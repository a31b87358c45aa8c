/** The rules of the chat, without a server. */
@NullMarked
package org.gotalk.demo.chat;

import org.jspecify.annotations.NullMarked;
