package io.accounts4j.benchmarks;

import io.javalin.Javalin;

/** Bare Javalin. */
public final class HelloServer {

    private HelloServer() {}

    /** Starts it and says where. */
    public static void main(String[] arguments) {
        Javalin app = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/hello", ctx -> ctx.result("hello"));
        });
        app.start("127.0.0.1", 0);
        System.out.println("READY " + app.port());
    }
}
