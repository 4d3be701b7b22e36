package io.plateflow.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How the senders of an address want to be told what became of a request. */
@FunctionalInterface
public interface Answering {
    void write(Outcome outcome, HttpServletResponse response) throws IOException;
}
