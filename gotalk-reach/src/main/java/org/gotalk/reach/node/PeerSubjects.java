package org.gotalk.reach.node;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one connection belongs to. Thread-safe. */
final class PeerSubjects {

    @GuardedBy("this")
    private final Set<String> subjects = new HashSet<>(2);

    @GuardedBy("this")
    private int rooms; // of those

    @GuardedBy("this")
    private boolean hasEnded;

    /** Whether a connection may belong to one more subject. */
    enum Answer {
        ENTERED,
        KNOWN,
        TOO_MANY,
        ENDED
    }

    /** @param max maximum rooms */
    synchronized Answer enter(String subject, int max) {
        if (hasEnded) {
            return Answer.ENDED;
        }
        if (subjects.contains(subject)) {
            return Answer.KNOWN;
        }
        if (Subjects.isRoom(subject)) {
            if (rooms >= max) {
                return Answer.TOO_MANY;
            }
            rooms++;
        }
        subjects.add(subject);
        return Answer.ENTERED;
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    synchronized void leave(String subject) {
        if (subjects.remove(subject) && Subjects.isRoom(subject)) {
            rooms--;
        }
    }

    /** The connection has closed; returns what it belonged to. */
    synchronized List<String> end() {
        hasEnded = true;
        List<String> all = new ArrayList<>(subjects);
        subjects.clear();
        rooms = 0;
        return all;
    }
}
