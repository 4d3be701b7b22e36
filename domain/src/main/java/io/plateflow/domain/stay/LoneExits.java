package io.plateflow.domain.stay;

import java.util.List;

/**
 * The second pass: offers each EXIT that closed nothing, in order, the stays it may have left under a misread plate. The
 * only one is closed; two or more are for a person to choose from.
 */
final class LoneExits {
    private LoneExits() {}

    /** What remains of {@code drafts}: an EXIT that closed a stay is no longer one of its own. */
    static List<Draft> matched(List<Draft> drafts) {
        List<GatedDraft> stays = only(GatedDraft.class, drafts);
        List<LoneExitDraft> remaining = only(LoneExitDraft.class, drafts).stream()
                .filter(lone -> lone.isSettled() || !closesOneOf(stays, lone))
                .toList();
        return drafts.stream()
                .filter(draft -> !(draft instanceof LoneExitDraft lone) || remaining.contains(lone))
                .toList();
    }

    private static boolean closesOneOf(List<GatedDraft> stays, LoneExitDraft lone) {
        List<GatedDraft> offered =
                stays.stream().filter(stay -> stay.mayEndWith(lone)).toList();
        if (offered.size() == 1) {
            offered.get(0).endsWith(lone);
            return true;
        }
        if (offered.size() > 1) {
            lone.leftOneOfSeveral();
        }
        return false;
    }

    private static <D extends Draft> List<D> only(Class<D> kind, List<Draft> drafts) {
        return drafts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
