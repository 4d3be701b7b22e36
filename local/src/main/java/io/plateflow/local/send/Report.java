package io.plateflow.local.send;

import io.plateflow.contracts.Json;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what became of each photo: a line for a person, or one JSON object a line. */
final class Report {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean json;
    private final boolean waited;
    private String bar = "";
    private int good;
    private int bad;

    Report(PrintWriter out, boolean json, boolean waited) {
        this.out = out;
        this.json = json;
        this.waited = waited;
    }

    /** Called by several threads. */
    synchronized void print(Outcome outcome) {
        erase();
        if (outcome.good()) {
            good++;
        } else {
            bad++;
        }
        out.println(json ? json(outcome) : line(outcome));
        draw();
    }

    /** Keeps {@code rendered} as the last line of the terminal, below all outcomes. */
    synchronized void showBar(String rendered) {
        erase();
        bar = rendered;
        draw();
    }

    synchronized void hideBar() {
        erase();
        bar = "";
    }

    /** How many there were of each kind; nothing for one photo, nor between JSON lines. */
    synchronized void sum() {
        int all = good + bad;
        if (!json && all > 1) {
            out.println(all + " photos: " + good + (waited ? " read, " : " accepted, ") + bad + " not");
        }
    }

    private void erase() {
        out.print(bar.isEmpty() ? "" : CLEAR_LINE);
    }

    private void draw() {
        out.print(bar);
        out.flush();
    }

    private static String line(Outcome outcome) {
        String file = outcome.photo().path() + "  ";
        if (outcome instanceof Outcome.Refused refused) {
            return file + "refused (" + refused.why().status() + ")"
                    + refused.why().faults().stream()
                            .map(fault -> "%n  %s: %s".formatted(fault.code(), fault.detail()))
                            .collect(Collectors.joining());
        }
        if (outcome instanceof Outcome.Unsent unsent) {
            return file + "cannot be read  " + unsent.why();
        }
        if (outcome instanceof Outcome.Ended ended) {
            JsonNode capture = ended.capture();
            JsonNode plate = capture.path("plate");
            return plate.isMissingNode()
                    ? file + capture.path("status").asString() + "  "
                            + capture.path("reason").asString("")
                    : file + plate.path("effective").asString() + "  "
                            + String.format(
                                    Locale.ROOT,
                                    "%.1f %%",
                                    100 * plate.path("confidence").asDouble()) + "  "
                            + capture.path("place").path("url").asString("");
        }
        return outcome instanceof Outcome.Late late
                ? file + "accepted, not read yet  " + late.id()
                : file + "accepted  " + ((Outcome.Kept) outcome).id();
    }

    private static ObjectNode json(Outcome outcome) {
        ObjectNode line = Json.MAPPER
                .createObjectNode()
                .put("file", outcome.photo().path().toString());
        if (outcome instanceof Outcome.Refused refused) {
            ArrayNode errors = line.put("status", "REFUSED")
                    .put("httpStatus", refused.why().status())
                    .putArray("errors");
            refused.why()
                    .faults()
                    .forEach(fault ->
                            errors.addObject().put("code", fault.code()).put("detail", fault.detail()));
        } else if (outcome instanceof Outcome.Unsent unsent) {
            line.put("status", "NOT_SENT")
                    .putArray("errors")
                    .addObject()
                    .put("code", "file_unreadable")
                    .put("detail", unsent.why());
        } else if (outcome instanceof Outcome.Ended ended) {
            JsonNode capture = ended.capture();
            line.put("id", ended.id().toString()).set("status", capture.path("status"));
            for (String field : new String[] {"plate", "place", "reason", "capturedAt", "needsReview"}) {
                if (capture.has(field)) {
                    line.set(field, capture.path(field));
                }
            }
        } else if (outcome instanceof Outcome.Late late) {
            line.put("id", late.id().toString()).put("status", "PENDING");
        } else if (outcome instanceof Outcome.Kept kept) {
            line.put("id", kept.id().toString()).put("status", "ACCEPTED");
        }
        return line;
    }
}
