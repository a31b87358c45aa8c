package org.gotalk.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What a program prints. */
final class Printed {

    private Printed() {}

    /** Runs it to its end, as whoever starts it does. */
    static String by(Program program, String... args) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            program.run(args);
        } finally {
            System.setOut(console);
        }
        return printed.toString(UTF_8).replace("\r\n", "\n");
    }

    /** The main method of an example. */
    @FunctionalInterface
    interface Program {
        void run(String[] args) throws Exception;
    }
}
