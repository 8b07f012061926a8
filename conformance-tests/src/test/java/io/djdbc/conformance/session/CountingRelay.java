package io.djdbc.conformance.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * Stands between a driver and its server and counts what goes by: bytes each way, and round trips, which are the times
 * that the client speaks after the server has spoken (or first).
 */
final class CountingRelay implements AutoCloseable {

    private final URI target;
    private final ServerSocket listener;
    private boolean clientSpokeLast;
    private int roundTrips;
    private long bytesToServer;
    private long bytesToClient;

    /** @param url a vendor's JDBC URL with {@code //host:port/} in it */
    CountingRelay(String url) throws IOException {
        int start = url.indexOf("//");
        int end = start + 2;
        while (end < url.length() && "/?;".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        this.target = URI.create("server:" + url.substring(start, end));
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    /** The same URL, bare or djdbc's, but through this relay. */
    String through(String url) {
        return url.replace(
                "//" + target.getRawAuthority(),
                "//" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    synchronized int roundTrips() {
        return roundTrips;
    }

    synchronized String bytes() {
        return bytesToServer + " bytes to the server, " + bytesToClient + " back";
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(target.getHost(), target.getPort());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            inBackground(() -> pump(client, server, true));
            inBackground(() -> pump(server, client, false));
        }
    }

    private void pump(Socket from, Socket to, boolean clientSpeaks) throws IOException {
        byte[] buffer = new byte[65_536];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            count(n, clientSpeaks);
            out.write(buffer, 0, n);
            out.flush();
        }
        to.shutdownOutput();
    }

    private synchronized void count(int bytes, boolean clientSpeaks) {
        if (clientSpeaks) {
            bytesToServer += bytes;
            if (!clientSpokeLast) {
                roundTrips++;
            }
        } else {
            bytesToClient += bytes;
        }
        clientSpokeLast = clientSpeaks;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // one of the two has hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
