package io.plateflow.local;

import io.plateflow.contracts.Json;
import io.plateflow.contracts.TariffVersion;
import io.plateflow.contracts.Topic;
import io.plateflow.contracts.Topics;
import io.plateflow.domain.place.Zone;
import io.plateflow.domain.tariff.Tariff;
import io.plateflow.domain.tariff.Vehicle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** All versions that administrators put in force. */
record Published(List<Zone> zones, List<Tariff> tariffs, List<Vehicle> vehicles) {

    static Published of(String kafka) {
        return new Published(
                values(kafka, Topics.ZONES, Zone.class),
                values(kafka, Topics.TARIFFS, TariffVersion.class).stream()
                        .map(TariffVersion::tariff)
                        .toList(),
                values(kafka, Topics.VEHICLES, Vehicle.class));
    }

    /** The newest value of each key; none where it was taken back. */
    private static <T> List<T> values(String kafka, Topic topic, Class<T> type) {
        Map<String, T> byKey = new LinkedHashMap<>();
        Records.each(kafka, topic, record -> {
            try {
                if (record.value() == null) {
                    byKey.remove(record.key());
                } else {
                    byKey.put(record.key(), Json.MAPPER.readValue(record.value(), type));
                }
            } catch (JacksonException e) {
                // nobody could read it: it is in force nowhere
            }
        });
        return new ArrayList<>(byKey.values());
    }
}
