/** What single parts cost, by JMH: time and memory, without a network, a container, or another thread. */
@NullMarked
package org.gotalk.bench.micro;

import org.jspecify.annotations.NullMarked;
