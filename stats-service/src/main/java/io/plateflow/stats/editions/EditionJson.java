package io.plateflow.stats.editions;

import io.plateflow.contracts.Json;
import io.plateflow.stats.query.Refusals;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How versions are answered: the version's own fields, and who published it, when, and after which one. */
public final class EditionJson {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private EditionJson() {}

    /** One version; {@code content} are its own fields. */
    public static ObjectNode of(Edition<?> edition, ObjectNode content) {
        content.put("version", edition.version());
        content.remove("publishedAt");
        if (!edition.isBuiltIn()) {
            content.put("publishedAt", edition.publishedAt().toString());
            content.put("publishedBy", edition.publishedBy());
            if (edition.version() > 1) {
                content.put("replaces", edition.version() - 1);
            }
            if (edition.sentAt() != null) {
                content.put("sentAt", edition.sentAt().toString());
            }
        }
        return content;
    }

    /** The newest version with all of them in {@code versions}, the highest first. */
    public static <T> ResponseEntity<ObjectNode> history(
            List<Edition<T>> versions, Function<Edition<T>, ObjectNode> answer) {
        ObjectNode newest = answer.apply(versions.get(0));
        ArrayNode all = newest.putArray("versions");
        versions.forEach(v -> all.add(answer.apply(v)));
        return ResponseEntity.ok().eTag(tag(versions.get(0))).body(newest);
    }

    /** What became of a draft: 202 when it was published, 200 when it says what the newest version says. */
    public static ResponseEntity<ObjectNode> printed(Press.Printed<?> printed, ObjectNode answer) {
        return ResponseEntity.status(printed.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .eTag(tag(printed.edition()))
                .body(answer);
    }

    /** What a draft would become, and its {@code effect}; nobody published it. */
    public static ResponseEntity<ObjectNode> preview(Press.Printed<?> printed, ObjectNode answer, Object effect) {
        if (printed.isNew()) {
            answer.remove(List.of("publishedAt", "publishedBy"));
        }
        answer.set("effect", Json.MAPPER.valueToTree(effect));
        return ResponseEntity.ok(answer);
    }

    /** Whether {@code dryRun} asks for a preview. */
    public static boolean isDryRun(String dryRun) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw Refusals.invalid(
                    List.of(new Refusals.Fault("dry_run_malformed", "dryRun", "dryRun is true or false")));
        }
        return dryRun.equals("true");
    }

    /**
     * A page of a list.
     *
     * @param page of the newest versions
     */
    public static <T> ObjectNode listed(Editions.Page<T> page, Function<Edition<T>, ObjectNode> answer) {
        ObjectNode list = Json.MAPPER.createObjectNode();
        ArrayNode items = list.putArray("items");
        page.items().forEach(e -> items.add(answer.apply(e)));
        if (page.more()) {
            list.put("nextCursor", page.last().id());
        }
        return list;
    }

    /**
     * The version that a draft was written after, by {@code If-Match} (an ETag that was answered) or {@code If-None-Match: *}
     * (0: there was none); null when neither was sent.
     */
    public static @Nullable Integer expected(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null) {
            return "*".equals(ifNoneMatch) ? 0 : null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refusals.invalid(List.of(new Refusals.Fault(
                    "if_match_malformed", "If-Match", "If-Match is the ETag of the version that was read, as \"3\"")));
        }
        return Integer.valueOf(tag.group(1));
    }

    private static String tag(Edition<?> edition) {
        return "\"" + edition.version() + "\"";
    }
}
