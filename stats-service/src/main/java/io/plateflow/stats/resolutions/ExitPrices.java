package io.plateflow.stats.resolutions;

import io.plateflow.stats.query.Amount;
import io.plateflow.stats.query.StayAnswer;
import io.plateflow.stats.query.StaysById;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a stay costs once its missing end is declared; of other decisions only billing can tell. */
@Component
class ExitPrices {
    private final StaysById stays;

    ExitPrices(StaysById stays) {
        this.stays = stays;
    }

    @Nullable
    Amount after(Resolution resolution, StayAnswer stay) {
        Instant exit = resolution.exitAt();
        return exit == null
                ? null
                : stays.priceUntil(stay.id(), exit)
                        .map(price -> Amount.of(price.amount()))
                        .orElse(null);
    }
}
