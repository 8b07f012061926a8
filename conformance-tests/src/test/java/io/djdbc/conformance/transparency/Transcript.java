package io.djdbc.conformance.transparency;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one side was asked and what it answered, line by line. */
final class Transcript {

    /** A call that answers. */
    @FunctionalInterface
    interface Question {
        @Nullable
        Object ask() throws Throwable;
    }

    /** A call that answers nothing, or throws. */
    @FunctionalInterface
    interface Command {
        void run() throws Throwable;
    }

    record Line(String call, String answer) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<String> stops = new ArrayList<>();
    private String area = "";

    void area(String name) {
        area = name;
    }

    /** Makes the call and writes down its result, read to its end, or its exception. */
    void ask(String call, Question question) {
        String answer;
        try {
            answer = Rendering.of(question.ask());
        } catch (InvocationTargetException e) {
            answer = Rendering.thrown(e.getCause());
        } catch (Throwable e) {
            answer = Rendering.thrown(e);
        }
        lines.add(new Line(area + ": " + call, answer));
    }

    void ask(String call, Command command) {
        ask(call, () -> {
            command.run();
            return "done";
        });
    }

    /** The area ends here: something failed that was no question. */
    void stopped(Exception cause) {
        lines.add(new Line(area + ": stopped", Rendering.thrown(cause)));
        String where = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.djdbc.conformance"))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
        stops.add(area + ": " + cause + " " + where);
    }

    List<String> stops() {
        return stops;
    }

    /** For the reader who wants to see it all: {@code target/transparency/NAME.txt}. */
    void write(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "transparency"));
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.call()).append("  ->  ").append(line.answer()).append('\n');
        }
        Files.writeString(folder.resolve(name + ".txt"), text);
    }

    List<Line> lines() {
        return lines;
    }
}
