package io.accounts4j.http.servlet;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request as filters wrap it that read the body themselves; nobody can listen for it. */
final class CachedBodyRequest extends HttpServletRequestWrapper {

    private final ByteArrayInputStream body;

    CachedBodyRequest(ServletRequest request) throws IOException {
        super((HttpServletRequest) request);
        this.body = new ByteArrayInputStream(request.getInputStream().readAllBytes());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return false;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("no listener");
            }

            @Override
            public int read() {
                return body.read();
            }
        };
    }
}
