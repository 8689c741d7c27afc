package io.accounts4j.examples.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the server on this machine whether it is ready: what a container's health check runs. */
final class HealthProbe {

    private static final int PATIENCE_MILLIS = 4000;

    private HealthProbe() {}

    /** Whether the server on {@code port} answers that it is ready. */
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
