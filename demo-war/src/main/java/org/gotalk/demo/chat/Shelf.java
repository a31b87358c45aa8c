package org.gotalk.demo.chat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gotalk.demo.files.FileStore;
import org.gotalk.demo.files.SharedFile;

/**
 * The files of a room that are still kept, at most {@link #MAX_BYTES} together: the oldest make way for new ones. Guarded
 * by the {@link Chat}.
 */
final class Shelf {

    static final long MAX_BYTES = 2 * FileStore.MAX_FILE;

    private final Map<String, SharedFile> files = new LinkedHashMap<>();
    private long bytes;

    Optional<SharedFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** Puts a file here and returns those that had to go. */
    List<SharedFile> add(SharedFile file) {
        List<SharedFile> gone = new ArrayList<>();
        Iterator<SharedFile> oldest = files.values().iterator();
        while (bytes + file.size() > MAX_BYTES && oldest.hasNext()) {
            SharedFile next = oldest.next();
            oldest.remove();
            bytes -= next.size();
            gone.add(next);
        }
        files.put(file.id(), file);
        bytes += file.size();
        return gone;
    }

    /** Takes a file away and returns it, if it is still here. */
    List<SharedFile> remove(SharedFile file) {
        if (files.remove(file.id()) == null) {
            return List.of();
        }
        bytes -= file.size();
        return List.of(file);
    }

    List<SharedFile> all() {
        return List.copyOf(files.values());
    }
}
