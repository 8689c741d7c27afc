package io.accounts4j.http.servlet;

import io.accounts4j.Accounts;
import io.accounts4j.http.AccountsConfig;
import io.accounts4j.http.AccountsHttp;
import io.accounts4j.http.Endpoint;
import io.accounts4j.http.wire.Request;
import io.accounts4j.http.wire.Response;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * User accounts in any servlet container: {@code new AccountsFilter(accounts, settings ->
 * settings.publicUrl(url)).addTo(servletContext)}. Answers the paths of the façade and hands every other request on
 * unchanged. Thread-safe.
 */
public final class AccountsFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsFilter.class);

    private final AccountsHttp http;
    private final List<String> leftAlone;

    /**
     * The filter over {@code accounts}, with what {@code settings} sets.
     *
     * @param leftAlone paths of ours that the host answers itself, within the context path, such as {@code /api/users/me};
     *     {@code /users/*} is every path that begins with {@code /users/}
     */
    public AccountsFilter(Accounts accounts, Consumer<AccountsConfig> settings, String... leftAlone) {
        AccountsConfig config = new AccountsConfig();
        settings.accept(config);
        this.http = AccountsHttp.over(accounts, config);
        this.leftAlone = List.of(leftAlone);
        for (String path : leftAlone) {
            if (!path.matches("/[^*]*\\*?") || (path.endsWith("*") && !path.endsWith("/*"))) {
                throw new IllegalArgumentException(
                        "leftAlone must have paths such as /api/users/me or /users/*, got " + path);
            }
        }
    }

    /** Registers this filter for all paths, with support for asynchronous requests. Call it before the context starts. */
    public void addTo(ServletContext context) {
        FilterRegistration.Dynamic registration = context.addFilter("accounts", this);
        if (registration == null) {
            throw new IllegalStateException("the name of each filter must be unique, got accounts twice;"
                    + " call addTo once per servlet context");
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        if (servletRequest instanceof HttpServletRequest in && servletResponse instanceof HttpServletResponse out) {
            Request request = new ReceivedRequest(in, () -> new byte[0]);
            Optional<Endpoint> endpoint = isLeftAlone(in) ? Optional.empty() : http.find(request);
            if (endpoint.isPresent()) {
                requireAsyncSupport(in);
                http.checkHost(in.getLocalAddr());
                answer(endpoint.get().answer(request).toCompletableFuture(), in, out);
                return;
            }
        }
        chain.doFilter(servletRequest, servletResponse);
    }

    private static void requireAsyncSupport(HttpServletRequest in) throws ServletException {
        if (!in.isAsyncSupported()) {
            throw new ServletException(
                    "every filter must support asynchronous requests, or a thread waits for every body;"
                            + " set async-supported on this filter and on all before it");
        }
    }

    private boolean isLeftAlone(HttpServletRequest in) {
        String path = in.getRequestURI().substring(in.getContextPath().length());
        return leftAlone.stream()
                .anyMatch(left ->
                        left.endsWith("*") ? path.startsWith(left.substring(0, left.length() - 1)) : path.equals(left));
    }

    private static void answer(CompletableFuture<Response> response, HttpServletRequest in, HttpServletResponse out)
            throws IOException, ServletException {
        if (!response.isDone()) {
            AsyncContext async = in.isAsyncStarted() ? in.getAsyncContext() : in.startAsync();
            CompletableFuture<Response> unused =
                    response.whenComplete((whole, failure) -> complete(whole, failure, async, out));
            return;
        }
        try {
            write(response.join(), out);
        } catch (CompletionException e) {
            throw new ServletException(e.getCause());
        } finally {
            if (in.isAsyncStarted()) {
                in.getAsyncContext().complete();
            }
        }
    }

    private static void complete(
            @Nullable Response response, @Nullable Throwable failure, AsyncContext async, HttpServletResponse out) {
        try {
            if (response == null) {
                LOG.error("A response could not be made; the client gets status 500", failure);
                out.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            } else {
                write(response, out);
            }
        } catch (IOException e) {
            LOG.debug("A response could not be written; the client has gone", e);
        } finally {
            async.complete();
        }
    }

    private static void write(Response response, HttpServletResponse out) throws IOException {
        out.setStatus(response.status());
        response.headers().forEach(out::setHeader);
        response.cookies().forEach(line -> out.addHeader("Set-Cookie", line));
        response.length().stream().filter(length -> length > 0).forEach(out::setContentLengthLong);
        try (InputStream body = response.body()) {
            body.transferTo(out.getOutputStream());
        }
    }
}
