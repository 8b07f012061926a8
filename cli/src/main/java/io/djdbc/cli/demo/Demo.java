package io.djdbc.cli.demo;

import io.djdbc.cli.FailureText;
import io.djdbc.cli.NewFiles;
import io.djdbc.cli.VendorDrivers;
import io.djdbc.cli.terminal.Mark;
import io.djdbc.cli.terminal.Terminal;
import io.djdbc.driver.settings.ConnectionRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Plays the scenes of {@code djdbc demo}, one after the other. */
public final class Demo {
    private final Terminal terminal;

    public Demo(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the demo.
     *
     * @param url a URL of djdbc; null for a SQLite file that exists only as long as the demo runs
     * @param login user and password, as far as they were given
     * @return whether djdbc did what it promises
     */
    public boolean run(@Nullable String url, Properties login) throws IOException {
        if (url != null) {
            return run(url, login, "");
        }
        try (TemporaryDatabase temporary = new TemporaryDatabase()) {
            return run(temporary.url(), login, " (removed at the end; --url URL takes a database of yours)");
        }
    }

    private boolean run(String url, Properties login, String remark) {
        try {
            ConnectionRequest request = ConnectionRequest.parse(url, login);
            if (request == null) {
                throw new IllegalArgumentException("not a URL of djdbc");
            }
            String missing = VendorDrivers.missing(request.urlDialect(), request.vendorUrl());
            if (missing != null) {
                terminal.marked(Mark.FAIL, missing);
                return false;
            }
            terminal.text("before: " + request.maskedVendorUrl() + remark);
            terminal.text("after:  " + request.maskedUrl());
            try (NewFiles nothing = new NewFiles(request);
                    DemoDatabase database = new DemoDatabase(request)) {
                return play(database);
            }
        } catch (SQLException failure) {
            terminal.marked(Mark.FAIL, new FailureText(url, login).of(failure));
            return false;
        }
    }

    private boolean play(DemoDatabase database) throws SQLException {
        List<Scene> scenes =
                List.of(new RequestsScene(database), new KilledConnectionScene(database), new SessionScene(database));
        boolean asPromised = true;
        int number = 0;
        for (Scene scene : scenes) {
            number++;
            terminal.heading(number + ". " + scene.title());
            if (!scene.play(terminal)) {
                terminal.marked(Mark.FAIL, "This is not what djdbc promises.");
                asPromised = false;
            }
            terminal.flush();
        }
        return asPromised;
    }
}
