package io.plateflow.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.plateflow.domain.tariff.Adjustment;
import io.plateflow.domain.tariff.Band;
import io.plateflow.domain.tariff.Rounding;
import io.plateflow.domain.tariff.Step;
import io.plateflow.domain.tariff.Tariff;
import java.math.BigDecimal;
import java.time.LocalTime;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How a tariff is written: exact numbers as decimal strings, times of day as {@code 08:00}. */
@SuppressWarnings("UnusedMethod") // read by Jackson
final class TariffJson {
    private TariffJson() {}

    static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B in(B json) {
        return json.addMixIn(Tariff.class, Prices.class)
                .addMixIn(Band.class, Hours.class)
                .addMixIn(Step.class, Prices.class)
                .addMixIn(Adjustment.class, Factor.class)
                .addMixIn(Rounding.class, Unit.class);
    }

    private interface Prices {
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal cap();

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal price();
    }

    private interface Hours extends Prices {
        @JsonSerialize(using = ToStringSerializer.class)
        LocalTime from();

        @JsonSerialize(using = ToStringSerializer.class)
        LocalTime to();
    }

    private interface Factor {
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal factor();
    }

    private interface Unit {
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal unit();
    }
}
