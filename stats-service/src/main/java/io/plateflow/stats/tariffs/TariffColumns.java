package io.plateflow.stats.tariffs;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.stats.editions.Edition;
import io.plateflow.stats.query.Csv;
import java.util.List;

/** The newest version of a tariff as a line of CSV; its last column is the whole of it, as it was published. */
final class TariffColumns {
    static final List<Csv.Column<Edition<TariffVersion>>> ALL = List.of(
            new Csv.Column<>("id", Edition::id),
            new Csv.Column<>("version", Edition::version),
            new Csv.Column<>("kind", edition -> edition.body().tariff().kind()),
            new Csv.Column<>("currency", edition -> edition.body().tariff().currency()),
            new Csv.Column<>("timeZone", edition -> edition.body().tariff().timeZone()),
            new Csv.Column<>("validFrom", edition -> edition.body().tariff().validFrom()),
            new Csv.Column<>("publishedAt", edition -> edition.isBuiltIn() ? null : edition.publishedAt()),
            new Csv.Column<>("publishedBy", Edition::publishedBy),
            new Csv.Column<>(
                    "tariff",
                    edition -> Json.MAPPER.writeValueAsString(edition.body().tariff())));

    private TariffColumns() {}
}
