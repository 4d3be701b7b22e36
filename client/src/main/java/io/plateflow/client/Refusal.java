package io.plateflow.client;

import java.util.List;
import java.util.stream.Collectors;

/** A question or a command was answered with an error; every fault that the service named is in it. */
public final class Refusal extends NoAnswer {
    private static final int UNAUTHENTICATED = 401;

    private final int status;
    private final transient List<Fault> faults;

    Refusal(String asked, int status, List<Fault> faults) {
        super(asked + " was answered " + status + why(status, faults));
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** At least one; {@code http_STATUS} when the answer named none. */
    public List<Fault> faults() {
        return faults;
    }

    private static String why(int status, List<Fault> faults) {
        return status == UNAUTHENTICATED
                ? ": wrong user or password"
                : faults.stream()
                        .map(fault -> fault.code() + " (" + fault.detail() + ")")
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}
