package org.gotalk.bench;

import java.util.List;
import java.util.stream.Stream;

/** What is compared. The first case of each group is what the others are measured by, unless a mark names another. */
final class Cases {

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        PackedCases.all(),
                        UnpackedCases.all(),
                        StreamCases.all(),
                        RoomCases.all(),
                        NeighbourCases.all(),
                        TcpCases.all())
                .flatMap(List::stream)
                .toList();
    }

    /** The name of the first case of a group. */
    static String baseOf(Case.Group group) {
        return all().stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .map(Case::name)
                .orElseThrow();
    }
}
