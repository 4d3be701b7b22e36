package io.plateflow.ingest.hooks;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key out of the address of a hook before anything can log, count or trace it. The servlet still finds it:
 * the server has mapped the request before.
 *
 * <p>An access log too, the first one: an address that the server cannot decode comes to no valve, but is logged.
 */
final class HiddenKeys extends ValveBase implements AccessLog {
    private static final String HOOKS = "hooks/";

    HiddenKeys() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        hide(request, request.getDecodedRequestURI());
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        hide(request, request.getRequestURI());
    }

    private static void hide(Request request, @Nullable String path) {
        int hooks = path == null ? -1 : path.indexOf(HOOKS);
        if (path != null && hooks >= 0) {
            request.getCoyoteRequest().requestURI().setString(hidden(path.substring(hooks + HOOKS.length())));
        }
    }

    /** Where the make is forgotten or mistyped, the key may stand in its place. */
    private static String hidden(String address) {
        int slash = address.indexOf('/');
        String make = slash < 0 ? address : address.substring(0, slash);
        return HookServlet.PATH + (Make.named(make).isPresent() ? make : "make") + (slash < 0 ? "" : "/key");
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // it logs none
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
