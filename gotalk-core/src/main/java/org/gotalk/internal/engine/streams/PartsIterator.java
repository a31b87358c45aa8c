package org.gotalk.internal.engine.streams;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gotalk.StreamReader;

/** A stream's parts one after the other, each read when it is asked for. */
final class PartsIterator extends Spliterators.AbstractSpliterator<byte[]> {

    private final StreamReader reader;

    private PartsIterator(StreamReader reader) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.reader = reader;
    }

    /** Closing the stream closes the reader. */
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
