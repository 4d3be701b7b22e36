package io.plateflow.stats.settlements;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Asks several questions as of one instant: no payment reaches the rows, and none is claimed, in between. */
@Component
public class OneInstant {

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public <T> T ask(Supplier<T> questions) {
        return questions.get();
    }
}
