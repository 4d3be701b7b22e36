package io.plateflow.ingest;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was sent, what had to come back and what did; a class of tests prints it as a table when it is done. */
final class Verdicts {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");
    private static final int WIDEST = 68;

    private final List<String> rows = new CopyOnWriteArrayList<>();

    void add(String sent, String expected, String answered) {
        String text = sent.replaceAll("\\p{Cntrl}", "·");
        String cut = text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
        rows.add("| %-68s | %-36s | %-36s |".formatted(cut, expected, answered));
    }

    void print(String title) {
        System.out.printf("%n%s%n| %-68s | %-36s | %-36s |%n", title, "sent", "expected", "answered");
        rows.stream().sorted().forEach(System.out::println);
    }

    /** The status and the code of the gravest fault, as {@code 415 image_type}. */
    static String of(HttpResponse<String> answer) {
        return of("HTTP/1.1 " + answer.statusCode() + "\r\n" + answer.body());
    }

    /** Of each answer that came over one connection; {@code closed} where none came. */
    static String of(String raw) {
        Matcher status = STATUS.matcher(raw);
        StringBuilder all = new StringBuilder();
        while (status.find()) {
            Matcher code = CODE.matcher(raw).region(status.end(), raw.length());
            all.append(all.isEmpty() ? "" : ", ").append(status.group(1));
            if (code.find()) {
                all.append(' ').append(code.group(1));
            }
        }
        return all.isEmpty() ? "closed" : all.toString();
    }
}
