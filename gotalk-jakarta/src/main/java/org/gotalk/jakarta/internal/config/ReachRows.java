package org.gotalk.jakarta.internal.config;

import static org.gotalk.jakarta.internal.config.Formats.count;
import static org.gotalk.jakarta.internal.config.Formats.size;
import static org.gotalk.jakarta.internal.config.Formats.text;
import static org.gotalk.jakarta.internal.config.Formats.time;

import java.time.Duration;
import org.gotalk.reach.Keep;
import org.gotalk.reach.ReachLimits;
import org.gotalk.reach.SessionLimits;

/** The rows of the {@link SettingTable} that are about rooms. */
final class ReachRows {

    private final Setting<String> engine;
    private final Setting<String> application;
    private final Setting<Integer> maxRooms;
    private final Setting<Integer> maxRoomName;
    private final Setting<Integer> maxInfo;
    private final Setting<Integer> maxHistory;
    private final Setting<Duration> timeout;
    private final Setting<Integer> historyCount;
    private final Setting<Duration> historyAge;
    private final Setting<Duration> window;
    private final Setting<Integer> sessionMessages;
    private final Setting<Integer> sessionBytes;
    private final Setting<Integer> bytesAway;

    ReachRows(SettingRows rows) {
        ReachLimits limits = ReachLimits.defaults();
        engine = rows.row("reach", text("address"), ReachSettings.MEMORY)
                .means("What carries rooms to other servers; `memory` for this server alone.");
        application = rows.row("reach.application", text("name"), "")
                .means("Name under which the servers of an application share rooms; by default its context path.");
        maxRooms = rows.row("reach.max-rooms", count(1), limits.maxRooms())
                .means("Maximum rooms that a connection is in at once.");
        maxRoomName = rows.row("reach.max-room-name", size(1), limits.maxRoomName())
                .means("Longest name of a room, in bytes of UTF-8.");
        maxInfo = rows.row("reach.max-member-info", size(1), limits.maxInfo())
                .means("Longest information about a member, in bytes of its payload.");
        maxHistory = rows.row("reach.max-history-bytes", size(1), Math.toIntExact(limits.maxHistory()))
                .means("Maximum bytes of the kept messages of all rooms, in memory.");
        timeout = rows.row("reach.timeout", time(1), limits.timeout())
                .means("Maximum wait for what carries rooms to other servers; in memory nothing waits.");
        historyCount = rows.row("reach.history", count(0), 0)
                .means(
                        "Maximum messages that are kept of each room, where no `RoomHistory` bean decides; `0` for none.");
        historyAge = rows.row("reach.history-age", time(1), Keep.RECENT.age()).means("Maximum age of those messages.");
        SessionLimits sessions = SessionLimits.defaults();
        window = rows.row("reach.session-window", time(0), sessions.window())
                .means("Time within which a peer that was lost may come back to its session; `0s` for no sessions.");
        sessionMessages = rows.row("reach.session-messages", count(1), sessions.maxMessages())
                .means("Maximum messages that a session keeps for its peer.");
        sessionBytes =
                rows.row("reach.session-bytes", size(1), sessions.maxBytes()).means("Maximum bytes of those messages.");
        bytesAway = rows.row("reach.max-bytes-away", size(1), Math.toIntExact(sessions.maxBytesAway()))
                .means("Maximum bytes of all sessions without a connection; past it, the oldest of them end.");
    }

    ReachSettings read(SettingsReader reader) {
        return new ReachSettings(
                reader.read(engine),
                reader.read(application),
                new ReachLimits(
                        reader.read(maxRooms),
                        reader.read(maxRoomName),
                        reader.read(maxInfo),
                        reader.read(maxHistory),
                        reader.read(timeout)),
                new Keep(reader.read(historyCount), reader.read(historyAge)),
                new SessionLimits(
                        reader.read(window),
                        reader.read(sessionMessages),
                        reader.read(sessionBytes),
                        reader.read(bytesAway)));
    }
}
