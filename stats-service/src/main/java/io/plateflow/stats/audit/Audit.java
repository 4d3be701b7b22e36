package io.plateflow.stats.audit;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps who did what. Whoever calls it fails when the row cannot be written: without its row nothing is done or shown, but
 * for photos, see {@link Glances}.
 */
@Component
public class Audit {
    private final AuditRows rows;
    private final PlateHashes hashes;
    private final Recently recently = new Recently();

    Audit(AuditRows rows, PlateHashes hashes) {
        this.rows = rows;
        this.hashes = hashes;
    }

    /** Commits with the transaction that does it; without one at once. */
    public void did(Act act) {
        rows.write(List.of(Noted.each(act, Caller.now(), hashes)), true);
    }

    /** The same for one who only just signed in. */
    public void did(Act act, String who) {
        rows.write(List.of(Noted.each(act, Caller.named(who), hashes)), true);
    }

    /**
     * Before it is done where no transaction can hold both: a crash leaves a row without its act, never the reverse.
     *
     * @return the row's id
     */
    public UUID asks(Act act) {
        Noted noted = Noted.each(act, Caller.now(), hashes);
        rows.write(List.of(noted), false);
        return noted.id();
    }

    /** What row {@code id} asked for was accepted. */
    public void accepted(UUID id) {
        rows.done(id);
    }

    /** Before it is shown; the same once an hour, so that who pages through a list is one row. */
    public void looks(Act act) {
        looks(act, Caller.now());
    }

    /** The same for one whom the request does not name. */
    public void looks(Act act, String who) {
        looks(act, Caller.named(who));
    }

    private void looks(Act act, Caller caller) {
        Noted noted = Noted.hourly(act, caller, hashes);
        UUID id = noted.id();
        if (!recently.has(id)) {
            rows.write(List.of(noted), true);
            recently.add(id);
        }
    }
}
