package io.djdbc.driver.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A recording of the driver's events. */
public final class EventRecording implements AutoCloseable {
    private final Recording recording = new Recording();

    /** Starts to record. */
    public EventRecording() {
        for (String name : List.of(
                "ConnectionOpened",
                "ConnectFailed",
                "ConnectionReused",
                "ConnectionClosed",
                "HealthCheck",
                "SessionInitialised",
                "DatabaseError",
                "StatementRewritten")) {
            recording.enable("io.djdbc." + name);
        }
        recording.start();
    }

    /** Stops, and returns the driver's events about URLs that contain a text, in their order. */
    public List<RecordedEvent> stop(String ofUrl) throws IOException {
        recording.stop();
        Path file = Files.createTempFile("djdbc", ".jfr");
        try {
            recording.dump(file);
            List<RecordedEvent> events = new ArrayList<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getEventType().getName().startsWith("io.djdbc.")
                        && event.getString("url").contains(ofUrl)) {
                    events.add(event);
                }
            }
            return events;
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}
