package io.plateflow.stats.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many processes a group's members belong to: a process has one member for each of its threads. */
final class Processes {
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Processes() {}

    /**
     * By the members' client ids. Kafka Streams puts its process' own UUID there; of other clients each process numbers its
     * own from one, so that the id that is there most often tells how many processes there are.
     */
    static int of(Collection<String> clientIds) {
        Set<String> named = new HashSet<>();
        for (String id : clientIds) {
            Matcher found = UUID.matcher(id);
            if (found.find()) {
                named.add(found.group());
            }
        }
        if (!named.isEmpty()) {
            return named.size();
        }
        Map<String, Long> times = clientIds.stream().collect(groupingBy(Function.identity(), counting()));
        return times.values().stream().mapToInt(Long::intValue).max().orElse(0);
    }
}
