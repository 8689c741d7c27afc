package io.accounts4j.jobs.node;

import io.accounts4j.kernel.Text;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name that a node has in the table of nodes. */
public final class NodeName {

    private static final int MAX_NAME = 255;
    private static final int MAX_HOST = 200;

    private NodeName() {}

    /** Host name and process id, such as {@code web-1/4711}. */
    public static String standard() {
        return host() + "/" + ProcessHandle.current().pid();
    }

    /** {@code name} if it can be stored; {@link IllegalArgumentException} if not. */
    public static String checked(String name) {
        if (!Text.isPlain(name) || Text.length(name) > MAX_NAME) {
            throw new IllegalArgumentException(
                    "node name must have at most " + MAX_NAME + " printable characters, got " + name);
        }
        return name;
    }

    private static String host() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A host whose name cannot be resolved, as in some containers, still has one.
            host = System.getenv().getOrDefault("HOSTNAME", "unknown-host");
        }
        return Text.isPlain(host) && host.length() <= MAX_HOST ? host : "unknown-host";
    }
}
