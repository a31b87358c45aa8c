package org.gotalk.demo.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/**
 * How the server is.
 *
 * @param heap what its heap holds after a garbage collection, in bytes
 * @param peakHeap what it held at most since it was asked the last time, garbage included, in bytes
 * @param maxHeap how large its heap may get, in bytes
 * @param threads how many threads it has
 * @param openFiles how many files and sockets it has open
 * @param held how many threads wait within Open Liberty for a peer to read
 * @param cpuNanos what it has spent of the processors' time, the collection for these figures left out, in nanoseconds
 */
record Vitals(long heap, long peakHeap, long maxHeap, long threads, long openFiles, long held, long cpuNanos) {

    private static final long KIBIBYTE = 1024;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Vitals of(URI application) throws Exception {
        String body = HTTP.send(
                        HttpRequest.newBuilder(application.resolve("vitals")).build(), BodyHandlers.ofString())
                .body();
        long[] figures =
                Arrays.stream(body.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Vitals(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], figures[6]);
    }

    @Override
    public String toString() {
        return "heap " + heap / KIBIBYTE + " KiB, at most " + peakHeap / KIBIBYTE + " of " + maxHeap / KIBIBYTE + ", "
                + threads + " threads, " + openFiles + " open files, " + held + " held";
    }
}
