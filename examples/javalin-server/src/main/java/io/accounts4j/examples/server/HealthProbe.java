package io.accounts4j.examples.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A readiness probe of the server on this machine, for the health check of a container. */
final class HealthProbe {

    private static final int PATIENCE_MILLIS = 4000;

    private HealthProbe() {}

    /** Returns whether the server on {@code port} reports that it is ready. */
    static boolean isReady(int port) {
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/api/health/ready");
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
