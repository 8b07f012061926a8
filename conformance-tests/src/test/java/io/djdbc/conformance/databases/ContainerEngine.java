package io.djdbc.conformance.databases;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a container engine to talk to. Testcontainers' own search is thorough, loud and slow where there is
 * none; a look at the places where an engine can be is enough to know that it is worth asking.
 */
final class ContainerEngine {

    private static final int TIMEOUT_MILLIS = 2_000;

    private ContainerEngine() {}

    static boolean answers() {
        for (SocketAddress candidate : candidates()) {
            if (answers(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static List<SocketAddress> candidates() {
        String explicit = System.getenv("DOCKER_HOST");
        if (explicit == null || explicit.isBlank()) {
            explicit = configured();
        }
        List<SocketAddress> candidates = new ArrayList<>();
        if (explicit != null && !explicit.isBlank()) {
            add(candidates, explicit.trim());
            return candidates;
        }
        add(candidates, "unix:///var/run/docker.sock");
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null) {
            add(candidates, "unix://" + runtime + "/docker.sock");
        }
        String home = System.getProperty("user.home");
        add(candidates, "unix://" + home + "/.docker/run/docker.sock");
        add(candidates, "unix://" + home + "/.docker/desktop/docker.sock");
        return candidates;
    }

    /** What the user told Testcontainers in its own file. */
    private static @Nullable String configured() {
        Path file = Path.of(System.getProperty("user.home"), ".testcontainers.properties");
        Properties properties = new Properties();
        if (Files.isReadable(file)) {
            try (var in = Files.newInputStream(file)) {
                properties.load(in);
            } catch (IOException e) {
                return null;
            }
        }
        return properties.getProperty("docker.host");
    }

    private static void add(List<SocketAddress> candidates, String address) {
        URI uri = URI.create(address);
        if ("unix".equals(uri.getScheme())) {
            if (Files.exists(Path.of(uri.getPath()))) {
                candidates.add(UnixDomainSocketAddress.of(uri.getPath()));
            }
        } else if (uri.getHost() != null) {
            candidates.add(new InetSocketAddress(uri.getHost(), uri.getPort() > 0 ? uri.getPort() : 2375));
        }
    }

    private static boolean answers(SocketAddress address) {
        if (address instanceof InetSocketAddress internet) {
            try (java.net.Socket socket = new java.net.Socket()) {
                socket.connect(internet, TIMEOUT_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
        try (SocketChannel ignored = SocketChannel.open(address)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
