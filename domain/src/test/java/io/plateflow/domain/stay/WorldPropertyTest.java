package io.plateflow.domain.stay;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.oracle.Facts;
import io.plateflow.domain.oracle.Facts.Correction;
import io.plateflow.domain.oracle.Oracle;
import io.plateflow.domain.oracle.World;
import io.plateflow.domain.oracle.Worlds;
import io.plateflow.domain.place.Mode;
import io.plateflow.domain.plate.Plate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds in every small world, whatever was seen and decided in it. */
class WorldPropertyTest {

    @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
    void staysAndChargesAreWhatTheOracleSays(@ForAll("worlds") World world) {
        assertThat(Set.copyOf(stays(world))).isEqualTo(Set.copyOf(Oracle.stays(world.facts(), world.now())));
        assertThat(charges(world)).isEqualTo(Oracle.chargesInForce(world.facts(), world.now()));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void orderAndRepetitionChangeNothing(@ForAll("worlds") World world, @ForAll Random random) {
        Facts facts = world.facts();
        Facts shuffled = new Facts(
                repeated(facts.sightings(), random),
                repeated(facts.corrections(), random),
                repeated(facts.decisions(), random),
                repeated(facts.tariffs(), random),
                repeated(facts.vehicles(), random));

        assertThat(stays(new World(shuffled, world.now()))).isEqualTo(stays(world));
        assertThat(charges(new World(shuffled, world.now()))).isEqualTo(charges(world));
    }

    /** The ledger recounts only what is linked to a change: an equal fold key, a candidate or a join. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsNotLinkedMayBeWorkedOutApart(@ForAll("worlds") World world) {
        List<Sighting> sightings = believed(world.facts());
        Collection<? extends Decision> decisions = world.facts().decisions();
        Set<Stay> apart = new HashSet<>();
        List<Sighting> left = new ArrayList<>(sightings);
        while (!left.isEmpty()) {
            List<Sighting> linked = new ArrayList<>(List.of(left.remove(0)));
            for (int i = 0; i < linked.size(); i++) {
                Sighting one = linked.get(i);
                left.stream().filter(other -> linked(one, other, decisions)).forEach(linked::add);
                left.removeAll(linked);
            }
            apart.addAll(Stays.of(linked, decisions, world.now()));
        }

        assertThat(apart).isEqualTo(Set.copyOf(Stays.of(sightings, decisions, world.now())));
    }

    private static boolean linked(Sighting one, Sighting other, Collection<? extends Decision> decisions) {
        Set<UUID> both = Set.of(one.captureId(), other.captureId());
        return one.plate().fold().equals(other.plate().fold())
                || one.candidates().contains(other.plate())
                || other.candidates().contains(one.plate())
                || decisions.stream()
                        .anyMatch(d -> d instanceof Decision.Joined j
                                && !j.captureId().equals(j.joinCaptureId())
                                && both.equals(Set.of(j.captureId(), j.joinCaptureId())));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void everySightingIsInAtMostOneStay(@ForAll("worlds") World world) {
        assertThat(stays(world).stream().flatMap(s -> s.captureIds().stream())).doesNotHaveDuplicates();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void onlyClosedStaysAreChargedAndNoneEndsBeforeItBegins(@ForAll("worlds") World world) {
        assertThat(stays(world)).allSatisfy(stay -> {
            assertThat(stay.end().filter(to -> to.isBefore(stay.from()))).isEmpty();
            assertThat(Charge.of(stay, world.facts().tariffs(), world.facts().vehicles()))
                    .matches(c -> c.isEmpty() || (stay.state() == Stay.State.CLOSED && !stay.waived()));
        });
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsSaidOnceSilenceHasChangedAStayIsSaidAtItsDeadline(@ForAll("worlds") World world) {
        List<Sighting> sightings = believed(world.facts());
        Collection<? extends Decision> decisions = world.facts().decisions();
        List<Stay> stays = Stays.of(sightings, decisions, world.now());

        stays.stream()
                .flatMap(s -> Stream.ofNullable(s.deadline()))
                .min(Comparator.naturalOrder())
                .ifPresent(first -> {
                    assertThat(Stays.of(sightings, decisions, first)).isEqualTo(stays);
                    assertThat(Stays.of(sightings, decisions, first.plusNanos(1)))
                            .isNotEqualTo(stays);
                });
    }

    /** Where nobody decided anything: a person may tie together what overlaps. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void staysOfOnePlateNeverOverlap(@ForAll("worlds") World world) {
        List<Stay> stays = new ArrayList<>(Stays.of(believed(world.facts()), List.of(), world.now()));
        stays.removeIf(stay -> stay.rules().mode() == Mode.AUTOMATIC);
        stays.sort(Comparator.comparing(Stay::plate).thenComparing(Stay::from));

        for (int i = 1; i < stays.size(); i++) {
            Stay earlier = stays.get(i - 1);
            Stay later = stays.get(i);
            assertThat(earlier.plate().equals(later.plate())
                            && earlier.end()
                                    .filter(to -> to.isAfter(later.from()))
                                    .isPresent())
                    .as("%s overlaps %s", earlier, later)
                    .isFalse();
        }
    }

    /** At the time of the misread one; not where it would count as one with an earlier exit of its plate. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theTrueExitUndoesAConfusableMatch(@ForAll("worlds") World world) {
        List<Sighting> sightings = believed(world.facts());
        for (Stay stay : Stays.of(sightings, List.of(), world.now())) {
            Sighting exit = trueExit(stay, sightings.get(0));
            List<Sighting> more =
                    Stream.concat(sightings.stream(), Stream.of(exit)).toList();
            boolean alone = Chain.of(more).contains(new Chain(List.of(exit)));
            if (stay.has(StayFlag.CONFUSABLE) && alone) {
                assertThat(Stays.of(more, List.of(), world.now()))
                        .filteredOn(s -> s.id().equals(stay.id()))
                        .singleElement()
                        .satisfies(s -> assertThat(s.has(StayFlag.CONFUSABLE)).isFalse())
                        .satisfies(s -> assertThat(s.captureIds()).contains(exit.captureId()));
            }
        }
    }

    private static Sighting trueExit(Stay stay, Sighting any) {
        return new Sighting(
                new UUID(7, 7),
                stay.zone(),
                stay.rules(),
                stay.plate(),
                Set.of(),
                any.place(),
                stay.end().orElse(any.capturedAt()),
                Direction.EXIT,
                Set.of());
    }

    /** Worlds in which a rule never applies would prove nothing about it. */
    @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(onFailureOnly = true)
    void theWorldsMeetEveryRule(@ForAll("worlds") World world) {
        stays(world).forEach(stay -> {
            Statistics.label("state").collect(stay.state());
            Statistics.label("closed by").collect(String.valueOf(stay.closedBy()));
            stay.flags().forEach(flag -> Statistics.label("flag").collect(flag));
        });
        Statistics.label("flag")
                .coverage(coverage -> List.of(StayFlag.values()).stream()
                        .filter(flag -> flag != StayFlag.NO_TARIFF)
                        .forEach(flag -> coverage.check(flag.name()).count(c -> c >= 5)));
    }

    @Provide
    Arbitrary<World> worlds() {
        return Worlds.any();
    }

    private static List<Stay> stays(World world) {
        return Stays.of(believed(world.facts()), world.facts().decisions(), world.now());
    }

    private static Set<Charge> charges(World world) {
        return stays(world).stream()
                .flatMap(stay ->
                        Charge.of(stay, world.facts().tariffs(), world.facts().vehicles()).stream())
                .collect(toSet());
    }

    private static List<Sighting> believed(Facts facts) {
        Map<UUID, Correction> latest = facts.corrections().stream()
                .collect(toMap(Correction::captureId, c -> c, maxBy(Comparator.comparingInt(Correction::n))));
        return facts.sightings().stream()
                .flatMap(s -> {
                    Correction c = latest.get(s.captureId());
                    return c == null
                            ? Stream.of(s)
                            : Stream.ofNullable(c.plate()).map(plate -> read(s, plate, c.candidates()));
                })
                .toList();
    }

    private static Sighting read(Sighting s, Plate plate, Set<Plate> candidates) {
        return new Sighting(
                s.captureId(),
                s.zone(),
                s.rules(),
                plate,
                candidates,
                s.place(),
                s.capturedAt(),
                s.direction(),
                s.flags());
    }

    private static <T> List<T> repeated(Collection<? extends T> facts, Random random) {
        List<T> repeated = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(repeated::add);
        Collections.shuffle(repeated, random);
        return repeated;
    }
}
