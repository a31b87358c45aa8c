package org.gotalk.internal.engine.streams;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gotalk.StreamReader;

/** Iterates over the parts of a stream, reading each on demand. */
final class PartsIterator extends Spliterators.AbstractSpliterator<byte[]> {

    private final StreamReader reader;

    private PartsIterator(StreamReader reader) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.reader = reader;
    }

    /** A stream that closes the reader when closed. */
    static Stream<byte[]> stream(StreamReader reader) {
        return StreamSupport.stream(new PartsIterator(reader), false).onClose(reader::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super byte[]> action) {
        Optional<byte[]> part = reader.read();
        part.ifPresent(action);
        return part.isPresent();
    }
}
