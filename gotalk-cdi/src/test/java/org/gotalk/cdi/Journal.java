package org.gotalk.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What beans did, in order. */
@ApplicationScoped
public class Journal {

    private final BlockingQueue<String> entries = new LinkedBlockingQueue<>();

    public void add(String entry) {
        entries.add(entry);
    }

    /** Waits for that many entries, and takes them. */
    public List<String> next(int count) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(next());
        }
        return taken;
    }

    public String next() {
        try {
            String entry = entries.poll(10, TimeUnit.SECONDS);
            if (entry == null) {
                throw new AssertionError("nothing was written for 10 s");
            }
            return entry;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
